package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseEvent;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.casefile.Transitions;
import org.ridgeline.casework.custody.AlarmKind;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.custody.RaisedAlarm;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.LedgerAudit;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.ledger.Subject;
import org.ridgeline.policy.Level;

/// A day's bookings through casework, from lead to outcome, with the whole staff on virtual time.
/// `-Dcaseday.bookings=20000` for the day of a state.
class CasedayIT {
  private static final int BOOKINGS = Integer.getInteger("caseday.bookings", 1_000);
  private static final int STAFF = 4;
  private static final int DAYS = 12;

  @TempDir private static Path temp;
  private static CasedayWorld world;
  private static CasedayStaff staff;
  private static ExecutorService desks;

  @BeforeAll
  static void start() throws Exception {
    world = new CasedayWorld(temp.resolve("data"));
    staff = new CasedayStaff(world);
    desks = Executors.newFixedThreadPool(STAFF);
  }

  @AfterAll
  static void stop() throws Exception {
    desks.shutdownNow();
    world.close();
  }

  private static void each(String what, List<Case> cases, Consumer<Case> work) throws Exception {
    timed(
        what,
        cases.size(),
        () -> {
          List<Future<?>> done = new ArrayList<>();
          cases.forEach(one -> done.add(desks.submit(() -> work.accept(one))));
          for (Future<?> one : done) {
            one.get();
          }
        });
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private static void timed(String what, int count, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%-24s %6d in %7.1f s, %7.1f/s%n", what, count, seconds, count / seconds);
  }

  @Test
  void aDaysLeadsAllEndInCasesAndNothingIsMissed() throws Exception {
    int[] leads = new int[1];
    timed("bookings", BOOKINGS, () -> leads[0] = world.book(BOOKINGS));
    timed(
        "leads into cases",
        leads[0],
        () -> {
          while (world.casework.cases().taker().takeAll() > 0) {
            Thread.onSpinWait();
          }
        });
    everyLeadIsInOneCase(leads[0]);
    List<Case> opened = world.cases();
    world.casework.cases().relay().start();
    world.clock.pass(Duration.ofHours(12));
    each("verdicts", staff.in(CaseState.VERIFYING), staff::verify);
    verdictsAreAsTheExaminersSaid(opened);
    world.clock.pass(Duration.ofHours(12));
    each("review to signature", staff.in(CaseState.CITIZENSHIP_REVIEW), staff::determine);
    timed("second answers", world.count("select count(*) from outbound_answer"), world::relay);
    custody();
    each("outcomes", staff.in(CaseState.NOTIFIED, CaseState.REFERRED), staff::close);
    everyCaseEndedByALegalPath(opened.size());
    disclosuresMatchAnswers();
    everyMatchIsAnsweredOnce(leads[0]);
    theLedgerVerifies();
    theRowsAreWhatTheLedgerHolds();
  }

  private static void everyLeadIsInOneCase(int leads) {
    assertThat(leads).isEqualTo(BOOKINGS / 20);
    assertThat(world.count("select count(*) from case_lead")).isEqualTo(leads);
    assertThat(world.count("select count(distinct control) from case_lead")).isEqualTo(leads);
    int joined = world.count("select count(*) from case_lead where joined");
    assertThat(joined).isEqualTo(leads / 40);
    assertThat(world.cases())
        .hasSize(leads - joined)
        .allMatch(one -> one.state() == CaseState.VERIFYING);
  }

  private static void verdictsAreAsTheExaminersSaid(List<Case> opened) {
    List<Integer> numbers = opened.stream().map(world::number).toList();
    long excluded = numbers.stream().filter(CasedayStaff::isExcluded).count();
    long inconclusive = numbers.stream().filter(CasedayStaff::isInconclusive).count();
    assertThat(events(Step.SETTLE_EXCLUDED)).isEqualTo(excluded);
    assertThat(events(Step.SETTLE_INCONCLUSIVE)).isEqualTo(inconclusive);
    assertThat(events(Step.SETTLE_IDENTIFIED)).isEqualTo(opened.size() - excluded - inconclusive);
  }

  private static int events(Step step) {
    return world.count("select count(*) from case_event where step = '" + step.name() + "'");
  }

  /// The jail reports, hours pass, the clock warns: of every release that was expected, of each
  /// that nobody reported, and of every limit that was reached.
  private static void custody() throws Exception {
    List<Case> notified = staff.in(CaseState.NOTIFIED);
    each("expected releases", notified, staff::expectRelease);
    int raised = 0;
    for (int hours = 0; hours < DAYS * 24; hours += 6) {
      world.clock.pass(Duration.ofHours(6));
      raised += world.casework.custody().watch().look();
      if (hours == 60) {
        each("releases", notified, staff::release);
      }
    }
    System.out.printf("alarms raised: %d%n", raised);
    for (Case one : notified) {
      int number = world.number(one);
      CustodyFile file =
          world.casework.custody().desk().file(CaseWorld.actor(Role.OFFICER), one.caseId());
      List<AlarmKind> alarms = file.alarms().stream().map(RaisedAlarm::kind).toList();
      assertThat(alarms).as("release of " + number).contains(AlarmKind.RELEASE_NEAR);
      if (CasedayStaff.isKept(number)) {
        assertThat(file.overDetention().meterIfAny().orElseThrow().isOverLimit()).isTrue();
        assertThat(alarms).as("kept " + number).contains(AlarmKind.LIMIT_REACHED);
      }
      if (CasedayStaff.isSilent(number)) {
        assertThat(alarms).as("silent " + number).contains(AlarmKind.RELEASE_OVERDUE);
      }
    }
    each("late releases", notified, staff::releaseLate);
  }

  private static void everyCaseEndedByALegalPath(int opened) {
    List<Case> cases = world.cases();
    assertThat(cases).hasSize(opened).allMatch(Case::isClosed);
    for (Case one : cases) {
      CaseState at = CaseState.RECEIVED;
      for (CaseEvent event : world.casework.cases().shelf().cases().events(one.caseId())) {
        assertThat(event.change().from()).as(one.number() + " " + event.step()).isEqualTo(at);
        if (event.change().from() != event.change().to()) {
          assertThat(Transitions.of(at, Step.valueOf(event.step())).orElseThrow().to())
              .isEqualTo(event.change().to());
        }
        at = event.change().to();
      }
      assertThat(at).isEqualTo(one.state());
    }
    Map<String, Long> ends =
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.outcome().orElse(one.state().name()), Collectors.counting()));
    assertThat(ends.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(opened);
    System.out.println("ends: " + new java.util.TreeMap<>(ends));
    Map<Level, Long> levels =
        cases.stream().collect(Collectors.groupingBy(Case::level, Collectors.counting()));
    System.out.println("levels: " + new java.util.TreeMap<>(levels));
    assertThat(levels.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(opened);
  }

  private static void disclosuresMatchAnswers() {
    LedgerReader ledger = new LedgerReader(world.folder.databases().ledger());
    int answered = 0;
    for (Case one : world.cases()) {
      long answers =
          one.bookings().stream()
              .flatMap(b -> world.stores.answers().of(b.control()).stream())
              .map(Answer::source)
              .filter(AnswerSource.DETERMINATION::equals)
              .count();
      var told = ledger.disclosures(List.of(new Subject("case:" + one.caseId())));
      assertThat(told.stream().filter(t -> t.disclosure().recipientKind().equals("bureau")).count())
          .as(one.number())
          .isEqualTo(answers);
      assertThat(told.stream().filter(t -> t.disclosure().recipientKind().equals("agency")).count())
          .as(one.number())
          .isEqualTo(answers);
      answered += (int) answers;
    }
    assertThat(world.count("select count(*) from outbound_answer where sent_at is not null"))
        .isEqualTo(answered);
  }

  /// Also those whose prints were somebody else's, of citizens and of the protected.
  private static void everyMatchIsAnsweredOnce(int leads) {
    var matches = world.casework.cases().counts().matches();
    assertThat(matches.matches()).isEqualTo(leads);
    assertThat(matches.waiting()).isZero();
    assertThat(world.count("select count(*) from outbound_answer")).isEqualTo(leads);
  }

  private static void theLedgerVerifies() throws Exception {
    Path place = temp.resolve("data").resolve("ledger");
    Files.createDirectories(place);
    var databases = world.folder.databases();
    try (Checkpoints checkpoints = new Checkpoints(databases.ledger(), place, Clock.systemUTC())) {
      checkpoints.sign();
    }
    List<String> lines = Files.readAllLines(place.resolve(Checkpoints.FILE));
    timed(
        "ledger entries audited",
        entries(),
        () -> {
          var report =
              LedgerAudit.of(
                  databases.ledger(),
                  SigningKey.publicKey(place.resolve("public.key")),
                  lines,
                  (_, _) -> {});
          assertThat(report.isClean()).as(report.toString()).isTrue();
        });
  }

  /// Whatever staff did that day, every row that was written is what the ledger holds of it.
  private static void theRowsAreWhatTheLedgerHolds() throws Exception {
    var report = world.held().audit((_, _) -> {});
    assertThat(report.isClean()).as(report.toString()).isTrue();
    assertThat(report.purged()).isPositive();
    assertThat(report.compared()).isGreaterThan(1000);
  }

  private static int entries() {
    return Math.toIntExact(
        new LedgerReader(world.folder.databases().ledger()).last().orElseThrow().number());
  }
}
