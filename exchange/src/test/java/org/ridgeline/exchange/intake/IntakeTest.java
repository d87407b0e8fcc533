package org.ridgeline.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.KeptDemographics;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.completeness.BookingFields;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

class IntakeTest {
  private static TestDatabase database;
  private static AnswerStore answers;
  private static Intake intake;
  private static final KeptDemographics DEMOGRAPHICS = new KeptDemographics();
  private static final AtomicInteger WOKEN = new AtomicInteger();

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    DataSource exchange = database.of().exchange();
    ExchangeSchema.migrate(exchange);
    new AgencyStore(exchange).add(Bookings.agency());
    answers = new AnswerStore(exchange);
    intake =
        new Intake(
            new SubmissionStore(exchange),
            answers,
            new AgencyStore(exchange),
            new Trail(exchange),
            new Intake.Work(
                Clock.systemUTC(),
                WOKEN::incrementAndGet,
                new Intake.Aside(DEMOGRAPHICS, new BookingFields(exchange))));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static IntakeResult take(byte[] bytes) {
    return intake.take(bytes, Bookings.agency(), Channel.FETCH);
  }

  private static byte[] card(String tcn) {
    return ItlWriter.write(Bookings.printed(tcn).build());
  }

  private static List<Event> facts(String control) {
    return new Outbox(database.of().exchange())
        .after(0, 1000).stream()
            .map(Recorded::event)
            .filter(event -> event.toString().contains("control=" + control))
            .toList();
  }

  @Test
  void anAcceptedSubmissionIsAFact() {
    int before = WOKEN.get();
    var accepted = (IntakeResult.Accepted) take(card("IN-1"));
    assertThat(facts(accepted.control()))
        .containsExactly(
            new Event.SubmissionReceived(
                accepted.control(), Bookings.ORI, "06067", "CA", Optional.of("CAR")),
            new Event.SubmissionAccepted(accepted.control()));
    assertThat(WOKEN.get()).isEqualTo(before + 1);
  }

  @Test
  void aBookingsDemographicsAreHandedOnToBeSealedAndNoOthersAre() {
    byte[] bytes =
        ItlWriter.write(Bookings.printed("IN-D1").field2(22, "19991231").field2(24, "F").build());
    var accepted = (IntakeResult.Accepted) take(bytes);
    var kept = DEMOGRAPHICS.kept.get(accepted.control());
    assertThat(kept.sex()).contains("F");
    assertThat(kept.birth()).contains("19991231");
    assertThat(kept.agency().fips()).isEqualTo("06067");
    assertThat(kept.toString()).doesNotContain("1999");
    var refused = (IntakeResult.Refused) take(new byte[] {1, 2, 3});
    assertThat(DEMOGRAPHICS.kept).doesNotContainKey(refused.control());
  }

  @Test
  void whereTheyCannotBeSealedNothingIsTakenAndTheSenderMayComeAgain() {
    DEMOGRAPHICS.fail(true);
    try {
      assertThatThrownBy(() -> take(card("IN-D2"))).isInstanceOf(IllegalStateException.class);
    } finally {
      DEMOGRAPHICS.fail(false);
    }
    assertThat(new SubmissionStore(database.of().exchange()).ofTcn("IN-D2")).isEmpty();
    var accepted = (IntakeResult.Accepted) take(card("IN-D2"));
    assertThat(accepted.replayed()).isFalse();
    assertThat(DEMOGRAPHICS.kept).containsKey(accepted.control());
  }

  @Test
  void aCardWaitsByItsPriority() {
    for (String pry : List.of("1", "9", "")) {
      var builder = Bookings.printed("IN-P" + pry);
      byte[] bytes = ItlWriter.write((pry.isEmpty() ? builder : builder.header(6, pry)).build());
      var accepted = (IntakeResult.Accepted) take(bytes);
      assertThat(
              JdbcClient.create(database.of().exchange())
                  .sql("select priority from submission where control = ?")
                  .param(accepted.control())
                  .query(Integer.class)
                  .single())
          .isEqualTo(pry.isEmpty() ? 5 : Integer.parseInt(pry));
    }
  }

  @Test
  void theSameAgainIsNoFact() {
    var first = (IntakeResult.Accepted) take(card("IN-2"));
    var again = (IntakeResult.Accepted) take(card("IN-2"));
    assertThat(again.control()).isEqualTo(first.control());
    assertThat(again.replayed()).isTrue();
    assertThat(facts(first.control())).hasSize(2);
    var other =
        (IntakeResult.Accepted)
            take(ItlWriter.write(Bookings.printed("IN-2").field2(18, "ROE,PAT").build()));
    assertThat(other.control()).isEqualTo(first.control());
    assertThat(other.findings()).extracting(f -> f.code()).contains(FindingCode.TCN_REUSED);
  }

  @Test
  void aRefusalIsAFactWithItsCodesAndAnAnswer() {
    var refused = (IntakeResult.Refused) take(ItlWriter.write(Bookings.car("IN-3").build()));
    assertThat(facts(refused.control()))
        .hasSize(3)
        .contains(
            new Event.SubmissionRefused(refused.control(), List.of("L0008", "RECORD_OCCURRENCE")));
    assertThat(answers.of(refused.control())).extracting(a -> a.tot()).containsExactly("ERRT");
  }

  /// What an answer repeats of a card has to fit an answer, which holds more than that.
  @Test
  void aCardOfAsManyItemsAsAreReadIsRefusedWithAnAnswer() {
    byte[] fullest = fullest("IN-30");
    var refused = (IntakeResult.Refused) take(fullest);
    assertThat(refused.findings()).extracting(f -> f.code()).contains(FindingCode.FIELD_OCCURRENCE);
    assertThat(answers.of(refused.control())).extracting(a -> a.tot()).containsExactly("ERRT");
  }

  /// A card of next to nothing but 2.006, which has as many items as leave it readable.
  private static byte[] fullest(String tcn) {
    int items = org.ridgeline.codec.itl.Limits.ITEMS_MAX;
    while (true) {
      try {
        var atn = List.of(Collections.nCopies(items, "A"));
        return ItlWriter.write(
            TransactionBuilder.of("CAR")
                .header(5, "20261102")
                .header(7, Bookings.ORI)
                .header(8, Bookings.ORI)
                .header(9, tcn)
                .field2(6, atn)
                .build());
      } catch (IllegalStateException e) {
        items--;
      }
    }
  }

  @Test
  void whatCannotBeReadIsRefusedEachTime() {
    var one = (IntakeResult.Refused) take(new byte[] {1, 2, 3});
    var other = (IntakeResult.Refused) take(new byte[] {1, 2, 3});
    assertThat(one.control()).isNotEqualTo(other.control());
    assertThat(facts(one.control()).getFirst())
        .isEqualTo(
            new Event.SubmissionReceived(
                one.control(), Bookings.ORI, "06067", "CA", Optional.empty()));
  }

  @Test
  void ofManyAtOnceOneIsKept() throws Exception {
    List<Future<IntakeResult>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(() -> take(card("IN-4"))));
      }
    }
    List<IntakeResult.Accepted> results = new ArrayList<>();
    for (Future<IntakeResult> one : all) {
      results.add((IntakeResult.Accepted) one.get());
    }
    assertThat(results)
        .extracting(IntakeResult.Accepted::control)
        .containsOnly(results.getFirst().control());
    assertThat(results).filteredOn(result -> !result.replayed()).hasSize(1);
    assertThat(facts(results.getFirst().control())).hasSize(2);
  }
}
