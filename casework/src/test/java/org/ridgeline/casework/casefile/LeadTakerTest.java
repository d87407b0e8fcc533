package org.ridgeline.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.CaseworkSchema;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.evidence.EvidenceStore;
import org.ridgeline.casework.evidence.Freshness;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.lead.LeadFeed;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

class LeadTakerTest {
  private TestDatabase database;
  private LeadStore leads;
  private CaseStore cases;
  private LeadTaker taker;
  private JdbcClient rows;
  private boolean examinersAreAway;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    DataSource exchange = database.of().exchange();
    DataSource casework = database.of().casework();
    LedgerSchema.migrate(database.of().ledger());
    ExchangeSchema.migrate(exchange);
    CaseworkSchema.migrate(casework);
    leads = new LeadStore(exchange);
    cases = new CaseStore(casework);
    rows = JdbcClient.create(casework);
    Shelf shelf =
        new Shelf(
            cases,
            new QueueStore(casework),
            new EvidenceStore(casework),
            Daybook.of(casework, Clock.systemUTC()),
            Freshness.standard());
    CasePurge purge =
        new CasePurge(
            casework,
            List.of(shelf.cases(), shelf.evidence()),
            _ -> {
              throw new AssertionError("nothing is purged here");
            },
            new Holds(exchange, Clock.systemUTC()));
    Comparison examiners = new Examiners();
    CaseDesk desk =
        new CaseDesk(
            shelf,
            (_, _) -> true,
            examiners,
            purge,
            _ -> {
              throw new AssertionError("nobody signs here");
            });
    desk.listen(new CaseFacts(shelf));
    JoinedBookings joined = new JoinedBookings(shelf, desk, examiners);
    desk.listen(joined);
    taker =
        new LeadTaker(
            casework,
            new LeadFeed(new Outbox(exchange), leads),
            new CaseIntake(shelf, desk, joined));
  }

  @AfterEach
  void close() {
    taker.close();
    database.close();
  }

  private final class Examiners implements Comparison {
    @Override
    public void request(UUID caseId, Case.Booking booking) {
      if (examinersAreAway) {
        throw new IllegalStateException("planned");
      }
    }

    @Override
    public void withdraw(UUID caseId, Case.Booking booking) {}
  }

  /// A lead as the exchange makes it, of a submission that is there.
  private void lead(String control, UUID personId) {
    Instant now = Instant.now();
    byte[] bytes = {};
    new SubmissionStore(database.of().exchange())
        .insert(
            new Submission(
                control,
                new Submission.Header(Optional.empty(), Optional.empty(), Optional.empty()),
                new Submission.Sender(Optional.empty(), Channel.FETCH),
                Sha256.of(bytes),
                SubmissionState.ANSWERED,
                new Submission.Times(now, Optional.of(now), Optional.of(now))),
            bytes,
            5);
    leads.add(
        new Lead(
            UUID.randomUUID(),
            control,
            "T",
            new Lead.Place("06067", "CA", Optional.empty()),
            new Lead.Match(personId, UUID.randomUUID(), SearchDecision.HIT, Optional.empty()),
            new Lead.Names(List.of("DOE,SAM"), List.of()),
            now,
            Lead.Receipt.NONE),
        Optional.empty());
  }

  private int count(String table) {
    return rows.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private List<Event> facts() {
    return new Outbox(database.of().casework())
        .after(0, 100).stream().map(Recorded::event).toList();
  }

  @Test
  void eachLeadOpensOneCase() {
    lead("R1", UUID.randomUUID());
    lead("R2", UUID.randomUUID());
    assertThat(taker.takeAll()).isEqualTo(2);
    assertThat(taker.takeAll()).isZero();
    assertThat(count("case_file")).isEqualTo(2);
    assertThat(cases.ofControl("R1").orElseThrow().booking().namesClaimed())
        .containsExactly("DOE,SAM");
  }

  @Test
  void aLaterBookingOfThePersonJoins() {
    UUID person = UUID.randomUUID();
    lead("R1", person);
    lead("R2", person);
    taker.takeAll();
    UUID caseId = cases.ofControl("R1").orElseThrow().caseId();
    assertThat(facts())
        .containsExactly(
            new Event.CaseOpened(caseId, "R1", "06067", "CA"),
            new Event.BookingJoined(caseId, "R2"));
  }

  @Test
  void factsThatComeAgainOpenNothingTwice() {
    lead("R1", UUID.randomUUID());
    taker.takeAll();
    rows.sql("update consumer_place set place = 0").update();
    assertThat(taker.takeAll()).isEqualTo(1);
    assertThat(count("case_file")).isEqualTo(1);
    assertThat(facts()).hasSize(1);
  }

  @Test
  void caseAndPlaceMoveTogetherOrNotAtAll() {
    lead("R1", UUID.randomUUID());
    examinersAreAway = true;
    assertThat(taker.takeAll()).isZero();
    assertThat(count("case_file")).isZero();
    assertThat(facts()).isEmpty();
    assertThat(rows.sql("select attempts from consumer_place").query(Integer.class).single())
        .isEqualTo(1);
    examinersAreAway = false;
    rows.sql("update consumer_place set due_at = now()").update();
    assertThat(taker.takeAll()).isEqualTo(1);
    assertThat(count("case_file")).isEqualTo(1);
  }

  @Test
  void noNameIsInAFact() {
    lead("R1", UUID.randomUUID());
    taker.takeAll();
    JdbcClient exchange = JdbcClient.create(database.of().exchange());
    assertThat(exchange.sql("select body::text from outbox").query(String.class).list())
        .isNotEmpty()
        .noneMatch(body -> body.contains("DOE"));
  }
}
