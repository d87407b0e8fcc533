package org.ridgeline.exchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.exchange.ExchangeRoom.NOW;
import static org.ridgeline.exchange.ExchangeRoom.ORI;
import static org.ridgeline.exchange.ExchangeRoom.bytes;
import static org.ridgeline.exchange.ExchangeRoom.submission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.Template;

class SubmissionStoreTest {
  private ExchangeRoom room;
  private SubmissionStore store;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    store = new SubmissionStore(room.source());
  }

  private boolean insert(String control, String tcn, SubmissionState state) {
    return store.insert(submission(control, tcn, state), bytes(control), 5);
  }

  @Test
  void controlNumbersRiseAndSayTheDay() {
    String first = store.nextControl(NOW);
    assertThat(first).matches("R2026306[0-9]{12}");
    assertThat(store.nextControl(NOW)).isGreaterThan(first);
  }

  @Test
  void aSubmissionIsKeptAsItCame() {
    assertThat(insert("R1", "T1", SubmissionState.ACCEPTED)).isTrue();
    Submission kept = store.byControl("R1").orElseThrow();
    assertThat(kept.tcn()).contains("T1");
    assertThat(kept.receivedAt()).isEqualTo(NOW);
    assertThat(kept.sha256Hex()).isEqualTo(Sha256.hex(bytes("R1")));
    assertThat(store.bytes("R1").orElseThrow()).isEqualTo(bytes("R1"));
    assertThat(store.byControl("R2")).isEmpty();
    assertThat(room.actions("submission:R1")).containsExactly("submission.accept");
  }

  @Test
  void oneOriAndTcnIsTakenOnceUnlessItWasRefused() {
    assertThat(insert("R1", "T1", SubmissionState.ACCEPTED)).isTrue();
    assertThat(insert("R2", "T1", SubmissionState.ACCEPTED)).isFalse();
    assertThat(store.byControl("R2")).isEmpty();
    assertThat(room.actions("submission:R2")).isEmpty();
    assertThat(insert("R3", "T2", SubmissionState.REFUSED)).isTrue();
    assertThat(insert("R4", "T2", SubmissionState.ACCEPTED)).isTrue();
    assertThat(store.ofTcn("T2")).extracting(Submission::control).contains("R3", "R4");
    assertThat(room.actions("submission:R3")).containsExactly("submission.refuse");
  }

  @Test
  void twoOfOneTcnAtOnceAreOne() throws Exception {
    List<Boolean> came =
        ExchangeRoom.atOnce(() -> {
          String control = store.nextControl(NOW);
          return insert(control, "T1", SubmissionState.ACCEPTED);
        });
    assertThat(came).containsExactlyInAnyOrder(true, false);
    assertThat(store.ofTcn("T1")).hasSize(1);
  }

  @Test
  void theEarlierOneAnswersForItsTcn() {
    assertThat(store.earlier(ORI, new SubmissionStore.Once(ORI, "T1"), new byte[32])).isEmpty();
    insert("R1", "T1", SubmissionState.REFUSED);
    assertThat(store.earlier(ORI, new SubmissionStore.Once(ORI, "T1"), new byte[32]))
        .as("other bytes are a cure")
        .isEmpty();
    assertThat(store.earlier(ORI, new SubmissionStore.Once(ORI, "T1"), Sha256.of(bytes("R1"))))
        .get()
        .extracting(Submission::control)
        .isEqualTo("R1");
    insert("R2", "T1", SubmissionState.ACCEPTED);
    assertThat(store.earlier(ORI, new SubmissionStore.Once(ORI, "T1"), Sha256.of(bytes("R1"))))
        .get()
        .extracting(Submission::control)
        .as("one that was not refused goes before")
        .isEqualTo("R2");
  }

  @Test
  void anAgencyFindsItsOwnOnly() {
    insert("R1", "T1", SubmissionState.ACCEPTED);
    assertThat(store.ofAgency(ORI, "R1")).isPresent();
    assertThat(store.ofAgency("NV0010000", "R1")).isEmpty();
  }

  private List<String> controls(int count) {
    return store.extractionWork(count).stream().map(Waiting::control).toList();
  }

  @Test
  void oneSendersQueueHidesNobodyElses() {
    room.agency("NV0010000", "NV", "32031");
    for (int n = 1; n <= 9; n++) {
      room.accepted("R" + n);
    }
    store.insert(
        submission("R99", "T99", SubmissionState.ACCEPTED, "NV0010000", NOW), bytes("R99"), 5);
    assertThat(store.extractionWork(2)).hasSize(3).contains(new Waiting("R99", "NV0010000"));
    assertThat(store.backlog("NV0010000")).isEqualTo(new Backlog(10, 1));
  }

  /// Ten minutes a step: who waits long enough is passed by nobody.
  @Test
  void theMoreUrgentGoesBeforeAndNobodyWaitsForEver() {
    for (int priority : new int[] {9, 5, 1}) {
      String control = "R" + priority;
      store.insert(
          submission(control, "T" + priority, SubmissionState.ACCEPTED), bytes(control), priority);
    }
    room.accepted("R0");
    due("R0", 39);
    assertThat(controls(9)).containsExactly("R1", "R0", "R5", "R9");
    due("R0", 41);
    assertThat(controls(9)).containsExactly("R0", "R1", "R5", "R9");
    due("R9", 90);
    assertThat(controls(9)).containsExactly("R9", "R0", "R1", "R5");
  }

  private void due(String control, int minutesAgo) {
    room.rows()
        .sql("update submission set due_at = now() - make_interval(mins => ?) where control = ?")
        .params(minutesAgo, control)
        .update();
  }

  @Test
  void workIsWhatIsAcceptedAndDueOldestFirst() {
    room.accepted("R1");
    room.accepted("R2");
    room.rows()
        .sql("update submission set due_at = now() - interval '1 h' where control = 'R2'")
        .update();
    assertThat(controls(10)).containsExactly("R2", "R1");
    assertThat(controls(1)).containsExactly("R2");
    assertThat(store.failed("R2", "planned", Duration.ofMinutes(5))).isEqualTo(1);
    assertThat(store.failed("R2", "planned", Duration.ofMinutes(5))).isEqualTo(2);
    assertThat(controls(10)).containsExactly("R1");
    assertThat(store.backlog()).as("it is still to be done").isEqualTo(2);
  }

  @Test
  void aSubmissionMovesOnlyFromWhereItStands() {
    room.accepted("R1");
    assertThat(store.move("R1", SubmissionState.SEARCHING, SubmissionState.ANSWERED, NOW))
        .isFalse();
    assertThat(store.move("R1", SubmissionState.ACCEPTED, SubmissionState.SEARCHING, NOW)).isTrue();
    assertThat(store.byControl("R1").orElseThrow().extractedAt()).contains(NOW);
    assertThat(store.move("R1", SubmissionState.SEARCHING, SubmissionState.REFUSED, NOW)).isTrue();
    assertThat(store.byControl("R1").orElseThrow().closedAt()).contains(NOW);
    assertThat(room.actions("submission:R1"))
        .containsExactly("submission.accept", "submission.refuse");
    assertThat(store.counts()).isEqualTo(Map.of(SubmissionState.REFUSED, 1));
  }

  @Test
  void findingsComeBackInTheOrderFound() {
    room.accepted("R1");
    Finding first = Finding.of(Severity.ERROR, FindingCode.values()[0], "a", "b");
    Finding second =
        new Finding(Severity.WARNING, FindingCode.values()[1], "2", "2.018", 17, "x", "y", "z");
    store.addFindings("R1", List.of(first));
    store.addFindings("R1", List.of(second, first));
    assertThat(store.findings("R1")).containsExactly(first, second, first);
  }

  @Test
  void onlyUsableFingersAreSearchedAndAllAreKept() {
    room.accepted("R1");
    Template template = new Template(500, 500, 500, 60, List.of());
    ProbeFinger thumb = new ProbeFinger(FingerPosition.RIGHT_THUMB, "4#1", template, false);
    ProbeFinger index = new ProbeFinger(FingerPosition.RIGHT_INDEX, "4#2", template, true);
    store.addFingers("R1", List.of(index, thumb));
    store.addFingers("R1", List.of(index));
    assertThat(store.fingers("R1")).containsExactly(thumb, index);
    assertThat(store.probe("R1").fingers()).containsOnlyKeys(FingerPosition.RIGHT_INDEX);
    assertThat(Optional.of(store.probe("R2").fingers())).contains(Map.of());
  }
}
