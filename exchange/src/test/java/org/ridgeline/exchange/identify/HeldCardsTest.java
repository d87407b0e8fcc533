package org.ridgeline.exchange.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.identify.HeldRoom.ANNE;
import static org.ridgeline.exchange.identify.HeldRoom.BOB;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.identify.HeldCards.Decided;
import org.ridgeline.exchange.identify.HeldCards.Step;
import org.ridgeline.exchange.submission.CorrectionStore;
import org.ridgeline.exchange.submission.Corrections;
import org.ridgeline.exchange.submission.PurgeableSubmissions;
import org.ridgeline.exchange.submission.QualityHold;
import org.ridgeline.exchange.submission.QualityHolds;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Ori;

/// A card that is held: who decides, what the clock does, what nobody can do to it.
class HeldCardsTest {
  private static final String R1 = "R1";
  private static final String R2 = "R2";
  private static final Decided BY_ANNE = new Decided(ANNE, "labels swapped at the scanner");
  private static final Decided BY_BOB = new Decided(BOB, "too dark to search with");

  private final HeldRoom room = new HeldRoom();
  private final QualityHolds holds = new QualityHolds(room.source());
  private final SubmissionStore submissions = new SubmissionStore(room.source());

  @AfterEach
  void close() {
    room.close();
  }

  private Instant now() {
    return room.clock().instant();
  }

  private QualityHold hold(String control) {
    return holds.of(control).orElseThrow();
  }

  private List<FindingCode> codes(String control) {
    return submissions.findings(control).stream().map(Finding::code).distinct().toList();
  }

  private String record(FingerPosition finger) {
    return submissions.fingers(R1).stream()
        .filter(f -> f.finger() == finger)
        .findFirst()
        .orElseThrow()
        .record();
  }

  private String errt(String control) {
    return new String(
        new AnswerStore(room.source()).of(control).getFirst().bytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void nothingIsHeldWhereNobodyAsksForIt() throws InterruptedException {
    room.ask(false);
    room.held(R1);
    assertThat(room.state(R1)).isEqualTo(SubmissionState.SEARCHING);
    room.accept(R2, HeldRoom.poor("T2"), 5);
    assertThat(room.extract(R2)).isEqualTo(SubmissionState.REFUSED);
    assertThat(holds.of(R1)).isEmpty();
  }

  @Test
  void aCardOutOfOrderIsHeldAndNoSearchBegins() throws InterruptedException {
    room.held(R1);
    assertThat(room.state(R1)).isEqualTo(SubmissionState.HELD);
    assertThat(hold(R1).reasons()).containsExactly(FindingCode.FINGER_SEQUENCE);
    assertThat(hold(R1).dueAt()).isEqualTo(now().plus(Duration.ofHours(2)));
    assertThat(codes(R1)).contains(FindingCode.FINGER_SEQUENCE);
    assertThat(new SearchStore(room.source()).of(R1)).isEmpty();
    assertThat(new AnswerStore(room.source()).of(R1)).isEmpty();
    assertThat(submissions.fingers(R1)).hasSize(3);
    assertThat(submissions.backlog()).isZero();
    assertThat(room.room().actions("submission:R1"))
        .containsExactly("submission.accept", "quality.hold");
  }

  @Test
  void anUrgentCardIsHeldForLess() throws InterruptedException {
    room.accept(R1, HeldRoom.poor("T1"), Limits.QUALITY_URGENT_PRIORITY_MAX);
    room.accept(R2, HeldRoom.poor("T2"), Limits.QUALITY_URGENT_PRIORITY_MAX + 1);
    assertThat(room.extract(R1)).isEqualTo(SubmissionState.HELD);
    assertThat(room.extract(R2)).isEqualTo(SubmissionState.HELD);
    assertThat(hold(R1).reasons()).containsExactly(FindingCode.L0008);
    assertThat(hold(R1).dueAt()).isEqualTo(now().plus(Duration.ofMinutes(20)));
    assertThat(hold(R2).dueAt()).isEqualTo(now().plus(Duration.ofHours(2)));
    assertThat(holds.queue(now(), 9)).extracting(QualityHold::control).containsExactly(R1, R2);
  }

  @Test
  void itGoesOnUnderItsCorrectedLabels() throws InterruptedException {
    room.held(R1);
    assertThat(holds.take(R1, ANNE, now())).isTrue();
    var lines = HeldRoom.lines(HeldRoom.unswap());
    byte[] before = submissions.bytes(R1).orElseThrow();
    assertThat(room.cards().search(R1, lines, BY_ANNE)).isEqualTo(Step.DONE);
    assertThat(room.state(R1)).isEqualTo(SubmissionState.ACCEPTED);
    assertThat(room.extract(R1)).isEqualTo(SubmissionState.SEARCHING);
    assertThat(record(FingerPosition.RIGHT_INDEX)).isEqualTo("4#2");
    assertThat(record(FingerPosition.RIGHT_MIDDLE)).isEqualTo("4#1");
    assertThat(codes(R1))
        .contains(FindingCode.PRINT_CORRECTED)
        .doesNotContain(FindingCode.FINGER_SEQUENCE);
    assertThat(submissions.findings(R1))
        .anySatisfy(finding -> {
          assertThat(finding.expected()).isEqualTo("sent as position 2");
          assertThat(finding.found()).isEqualTo("taken as 3");
        });
    assertThat(submissions.bytes(R1).orElseThrow()).isEqualTo(before);
    assertThat(new Cards(room.source()).of(R1).orElseThrow().corrections())
        .isEqualTo(HeldRoom.unswap());
    assertThat(room.room().entries(Trail.submission(R1)))
        .filteredOn(e -> e.entry().action().key().equals("quality.search"))
        .singleElement()
        .satisfies(e ->
            assertThat(e.entry().detail().get("what"))
                .isEqualTo("POSITION 4#1: 2 > 3; POSITION 4#2: 3 > 2"));
  }

  @Test
  void aServerKilledBetweenDecisionAndExtractionGoesOnWithTheCorrections() throws Exception {
    room.held(R1);
    holds.take(R1, ANNE, now());
    room.cards().search(R1, HeldRoom.lines(HeldRoom.unswap()), BY_ANNE);
    // Nothing is left but rows: another process begins.
    room.later(Duration.ofDays(1));
    assertThat(room.cards().expire()).isZero();
    assertThat(submissions.extractionWork(9)).hasSize(1);
    assertThat(room.extract(R1)).isEqualTo(SubmissionState.SEARCHING);
    assertThat(record(FingerPosition.RIGHT_INDEX)).isEqualTo("4#2");
    // And a second run of the same step changes nothing.
    int findings = submissions.findings(R1).size();
    assertThat(room.extract(R1)).isEqualTo(SubmissionState.SEARCHING);
    assertThat(submissions.findings(R1)).hasSize(findings);
  }

  @Test
  void aPersonRefusesWithAReasonThatTheSenderReads() throws InterruptedException {
    room.accept(R1, HeldRoom.poor("T1"), 5);
    room.extract(R1);
    holds.take(R1, BOB, now());
    assertThat(room.cards().refuse(R1, BY_BOB)).isEqualTo(Step.DONE);
    assertThat(room.state(R1)).isEqualTo(SubmissionState.REFUSED);
    assertThat(errt(R1)).contains("L0008").contains("refused: too dark to search with");
    assertThat(room.room().actions("submission:R1")).contains("quality.refuse", "answer.make");
    assertThat(room.cards().refuse(R1, BY_BOB)).isEqualTo(Step.OVER);
  }

  @Test
  void whenItsTimeIsOverItGoesAsItWouldHaveGone() throws InterruptedException {
    room.held(R1);
    room.accept(R2, HeldRoom.poor("T2"), 5);
    room.extract(R2);
    room.later(Duration.ofHours(2).minusMillis(1));
    assertThat(room.cards().expire()).isZero();
    room.later(Duration.ofMillis(1));
    assertThat(room.cards().expire()).isEqualTo(2);
    assertThat(room.extract(R1)).isEqualTo(SubmissionState.SEARCHING);
    assertThat(codes(R1)).contains(FindingCode.FINGER_SEQUENCE);
    assertThat(record(FingerPosition.RIGHT_INDEX)).isEqualTo("4#1");
    assertThat(room.extract(R2)).isEqualTo(SubmissionState.REFUSED);
    assertThat(errt(R2)).contains("L0008");
    assertThat(submissions.findings(R2)).filteredOn(f -> f.code() == FindingCode.L0008).hasSize(1);
    assertThat(room.room().actions("submission:R2")).contains("quality.expire");
  }

  @Test
  void oneCardIsOnePersonsAtATime() throws Exception {
    room.held(R1);
    assertThat(
            ExchangeRoom.atOnce(() ->
                holds.take(R1, Thread.currentThread().threadId() % 2 == 0 ? ANNE : BOB, now())))
        .contains(true);
    String first = hold(R1).holder(now()).orElseThrow();
    var other = first.equals("anne") ? BOB : ANNE;
    assertThat(holds.take(R1, other, now())).isFalse();
    assertThat(room.cards().search(R1, List.of(), new Decided(other, "mine")))
        .isEqualTo(Step.NOT_YOURS);
    holds.release(R1, other);
    assertThat(hold(R1).holder(now())).contains(first);
  }

  @Test
  void whoLeavesACardLosesItAndTheirOldPageDecidesNothing() throws InterruptedException {
    room.held(R1);
    holds.take(R1, ANNE, now());
    room.later(Limits.QUALITY_CLAIM);
    assertThat(room.cards().search(R1, List.of(), BY_ANNE)).isEqualTo(Step.NOT_YOURS);
    assertThat(holds.take(R1, BOB, now())).isTrue();
    assertThat(room.cards().refuse(R1, BY_ANNE)).isEqualTo(Step.NOT_YOURS);
    assertThat(room.state(R1)).isEqualTo(SubmissionState.HELD);
    holds.release(R1, BOB);
    assertThat(holds.take(R1, ANNE, now())).isTrue();
  }

  @Test
  void aStalePageAfterTheClockDecidesNothing() throws InterruptedException {
    room.held(R1);
    room.later(Duration.ofHours(2).minusMinutes(5));
    holds.take(R1, ANNE, now());
    room.later(Duration.ofMinutes(5));
    // Also before the system has had its turn.
    assertThat(room.cards().search(R1, List.of(), BY_ANNE)).isEqualTo(Step.OVER);
    assertThat(holds.take(R1, ANNE, now())).isFalse();
    room.cards().expire();
    assertThat(room.cards().refuse(R1, BY_ANNE)).isEqualTo(Step.OVER);
    assertThat(room.extract(R1)).isEqualTo(SubmissionState.SEARCHING);
  }

  @Test
  void anAgencyDisabledOrWithoutTheOptionLeavesItsHeldCardToAPerson() throws Exception {
    room.held(R1);
    room.held(R2);
    room.ask(false);
    new AgencyRegister(room.source())
        .disable(new Ori(ExchangeRoom.ORI), "contract ended", new Administrator("ada", "test"));
    assertThat(room.state(R1)).isEqualTo(SubmissionState.HELD);
    holds.take(R1, ANNE, now());
    room.cards().search(R1, HeldRoom.lines(HeldRoom.unswap()), BY_ANNE);
    assertThat(room.extract(R1)).isEqualTo(SubmissionState.SEARCHING);
    room.later(Duration.ofHours(2));
    assertThat(room.cards().expire()).isEqualTo(1);
    assertThat(room.extract(R2)).isEqualTo(SubmissionState.SEARCHING);
  }

  @Test
  void aHeldCardIsNotPurgedAndADecidedOneKeepsNoWords() throws InterruptedException {
    room.held(R1);
    var purge = new PurgeableSubmissions(room.source());
    assertThat(purge.isWaiting(R1)).isTrue();
    holds.take(R1, ANNE, now());
    room.cards().refuse(R1, BY_ANNE);
    assertThat(purge.isWaiting(R1)).isFalse();
    purge.purge(R1, now());
    assertThat(hold(R1).decided().orElseThrow().reason()).isEqualTo("-");
    assertThat(submissions.findings(R1)).allMatch(f -> f.found().equals("-"));
  }

  @Test
  void anEnrolledCardsLabelsOutliveItsPurgeAndNoOthersDo() throws InterruptedException {
    for (String control : List.of(R1, R2)) {
      room.held(control);
      holds.take(control, ANNE, now());
      room.cards().search(control, HeldRoom.lines(HeldRoom.unswap()), BY_ANNE);
      room.extract(control);
    }
    room.room()
        .rows()
        .sql("update search set encounter_id = gen_random_uuid() where control = 'R1'")
        .update();
    var purge = new PurgeableSubmissions(room.source());
    // One that waits for an answer to be taken comes by again, when searches are purged.
    for (int time = 1; time <= 2; time++) {
      purge.purge(R1, now());
      purge.purge(R2, now());
    }
    var corrections = new CorrectionStore(room.source());
    assertThat(corrections.of(R1)).isEqualTo(HeldRoom.unswap());
    assertThat(corrections.ofSource("submission:R1")).isEqualTo(HeldRoom.unswap());
    assertThat(corrections.ofSource("import:R1")).isEqualTo(Corrections.NONE);
    assertThat(corrections.of(R2)).isEqualTo(Corrections.NONE);
    assertThat(
            room.room()
                .rows()
                .sql("select distinct reason from quality_correction")
                .query(String.class)
                .list())
        .containsExactly("-");
  }

  @Test
  void noSenderFillsTheQueueForTheOthers() throws InterruptedException {
    room.held(R1);
    room.room()
        .rows()
        .sql(
            """
            insert into submission (control, agency_ori, channel, sha256, bytes, state, received_at)
              select 'X' || n, 'CA0340000', 'FETCH', '', '', 'HELD', now()
              from generate_series(1, ?) n
            """)
        .param(Limits.QUALITY_HELD_MAX / 2 - 1)
        .update();
    room.room()
        .rows()
        .sql(
            """
            insert into quality_hold (control, reasons, findings_from, held_at, due_at)
              select control, '{L0008}', 0, now(), now() + interval '1 hour' from submission
              where control like 'X%'
            """)
        .update();
    room.held(R2);
    assertThat(room.state(R2)).isEqualTo(SubmissionState.SEARCHING);
  }

  @Test
  void aReasonIsAskedForAndBounded() {
    assertThatThrownBy(() -> new Decided(ANNE, " ")).hasMessageContaining("reason");
    String most = "x".repeat(Limits.QUALITY_REASON_CHARS_MAX);
    assertThat(new Decided(ANNE, most).reason()).hasSize(Limits.QUALITY_REASON_CHARS_MAX);
    assertThatThrownBy(() -> new Decided(ANNE, most + "x")).hasMessageContaining("limit");
  }
}
