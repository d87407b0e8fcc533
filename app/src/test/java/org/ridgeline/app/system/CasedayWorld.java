package org.ridgeline.app.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ridgeline.app.Services;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.Records;
import org.ridgeline.casework.custody.Submitters;
import org.ridgeline.casework.custody.Submitters.Submitter;
import org.ridgeline.casework.desk.Reauthentication;
import org.ridgeline.casework.verification.PrintSource;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.ledger.HeldRecords;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.policy.history.HistoryLine;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.Template;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Casework over the rows that the exchange would have written in a day, on virtual time. What
/// becomes of a lead depends on its number alone, so that every run does the same.
final class CasedayWorld implements AutoCloseable {
  private static final PrintSource.Print PRINT =
      new PrintSource.Print(new byte[0], new Template(1, 1, 500, 0, List.of()));

  static final String PASSWORD = "the signer's own";
  private static final int LEAD_EVERY = 20;
  private static final int REPEAT_EVERY = 40;

  final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T00:00:00Z"));
  final DataFolder folder;
  private final Services services;
  final Rooms.Exchange stores;
  final Rooms.Casework casework;
  final JdbcClient rows;
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  CasedayWorld(Path data) throws IOException {
    folder = DataFolder.use(data, Settings.of(data, Optional.empty()));
    services = Services.open(folder, Engine::standard, clock, this::instead);
    Rooms rooms = Rooms.of(services);
    stores = rooms.stores();
    stores
        .agencies()
        .add(
            new Agency(
                new Ori(TestCards.ORI),
                "County jail",
                "CA",
                "06067",
                "",
                true,
                Channel.FETCH,
                Optional.empty()));
    casework = rooms.casework();
    rooms.hearing();
    stores.options().choose("CA", true, "test", "test", java.time.Instant.now());
    rows = JdbcClient.create(folder.databases().casework());
  }

  /// A world without galleries and people: their part is played here.
  private void instead(GenericApplicationContext context) {
    context.registerBean("records", Records.class, () -> this::records);
    context.registerBean(
        "comparedPrints",
        PrintSource.class,
        () -> _ -> List.of(new PrintSource.FingerPair(FingerPosition.RIGHT_INDEX, PRINT, PRINT)));
    context.registerBean(
        "reauthentication",
        Reauthentication.class,
        () -> (_, password) -> password.equals(PASSWORD));
    context.registerBean("submitters", Submitters.class, () -> this::submitter);
  }

  private Optional<Submitter> submitter(String control) {
    return stores
        .submissions()
        .byControl(control)
        .map(s -> new Submitter(TestCards.ORI, s.receivedAt()));
  }

  /// A day's bookings, evenly over its hours; gives how many led to a lead.
  int book(int bookings) {
    Duration between = Duration.ofDays(1).dividedBy(bookings);
    AtomicInteger leads = new AtomicInteger();
    UUID before = UUID.randomUUID();
    for (int i = 0; i < bookings; i++) {
      clock.pass(between);
      boolean isLead = i % LEAD_EVERY == LEAD_EVERY - 1;
      String control = submission(i, isLead);
      if (isLead) {
        int number = leads.getAndIncrement();
        boolean again = number % REPEAT_EVERY == REPEAT_EVERY - 1;
        before = again ? before : UUID.randomUUID();
        numbers.put(control, number);
        stores.leads().add(lead(control, "T" + i, before), Optional.empty());
      }
    }
    return leads.get();
  }

  private String submission(int i, boolean isLead) {
    Instant now = clock.instant();
    byte[] bytes = ItlWriter.write(TestCards.booking(TestCards.ORI, "T" + i, "DOE,SAM").build());
    String control = stores.submissions().nextControl(now);
    Submission submission =
        new Submission(
            control,
            new Submission.Header(
                Optional.of(TestCards.ORI), Optional.of("T" + i), Optional.of("CAR")),
            new Submission.Sender(Optional.of(TestCards.ORI), Channel.FETCH),
            Sha256.of(bytes),
            SubmissionState.ANSWERED,
            new Submission.Times(now, Optional.of(now), Optional.of(now)));
    stores.submissions().insert(submission, bytes, 5);
    for (RepositoryName repository : RepositoryName.values()) {
      boolean hit = isLead && repository == RepositoryName.IMMIGRATION;
      stores.searches().open(control, repository);
      stores
          .searches()
          .close(control, repository, hit ? SearchDecision.HIT : SearchDecision.NO_HIT, now);
    }
    return control;
  }

  private Lead lead(String control, String tcn, UUID personId) {
    return new Lead(
        UUID.randomUUID(),
        control,
        tcn,
        new Lead.Place("06067", "CA", Optional.empty()),
        new Lead.Match(personId, UUID.randomUUID(), SearchDecision.HIT, Optional.empty()),
        new Lead.Names(List.of("DOE,SAM"), List.of("DOE,SAM")),
        clock.instant(),
        Lead.Receipt.NONE);
  }

  /// The number of the lead that opened a case.
  int number(Case one) {
    return numbers.get(one.booking().control());
  }

  /// The number of a booking's lead.
  int number(Case.Booking booking) {
    return numbers.get(booking.control());
  }

  private Records.Known records(Case one) {
    if (one.purgedAt().isPresent()) {
      return Records.Known.nothing();
    }
    int number = number(one);
    List<HistoryLine> lines =
        number % 3 == 0
            ? List.of()
            : List.of(
                new HistoryLine("ARRESTED", Optional.of(LocalDate.of(2015, 5, 6)), "LARCENY"));
    List<Records.Encounter> removals =
        number % 10 == 0
            ? List.of(new Records.Encounter("REMOVED", Optional.of(LocalDate.EPOCH), "file 7"))
            : List.of();
    return new Records.Known(
        List.of("DOE,SAM"), List.of(), Map.of(), lines, removals, removals, Optional.empty());
  }

  /// All cases, first opened first.
  List<Case> cases() {
    List<UUID> ids =
        rows.sql("select case_id from case_file order by number").query(UUID.class).list();
    return casework.cases().shelf().cases().byIds(ids);
  }

  /// Sends every second answer that is due.
  void relay() throws InterruptedException {
    casework.cases().relay().wake();
    while (count("select count(*) from outbound_answer where sent_at is null") > 0) {
      casework.cases().relay().wake();
      Thread.sleep(20);
    }
  }

  int count(String sql) {
    return rows.sql(sql).query(Integer.class).single();
  }

  HeldRecords held() {
    return services.get(HeldRecords.class);
  }

  @Override
  public void close() throws IOException {
    casework.verification().preparer().close();
    casework.custody().watch().close();
    casework.cases().taker().close();
    casework.cases().history().close();
    casework.cases().relay().close();
    services.close();
    folder.close();
  }
}
