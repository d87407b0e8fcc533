package org.ridgeline.casework.verification;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.desk.RefusedStep;

class VerdictRuleTest {
  private static Verdict.Given given(Conclusion conclusion, String note, List<Mark> marks) {
    return new Verdict.Given(conclusion, note, marks, List.of(), 0);
  }

  private static List<Mark> marks(int count, boolean agrees) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Mark.Spot spot = new Mark.Spot(i, i);
      marks.add(new Mark(2, i, Mark.Kind.ENDING, agrees, spot, spot));
    }
    return marks;
  }

  private static void refused(Verdict.Given given) {
    assertThatThrownBy(() -> VerdictRule.check(given)).isInstanceOf(RefusedStep.class);
  }

  private static void taken(Verdict.Given given) {
    assertThatCode(() -> VerdictRule.check(given)).doesNotThrowAnyException();
  }

  @Test
  void anIdentificationNeedsEightAgreeingPointsInOneFingerOrAReason() {
    refused(given(Conclusion.IDENTIFICATION, "", List.of()));
    refused(given(Conclusion.IDENTIFICATION, "looks good", marks(7, true)));
    refused(given(Conclusion.IDENTIFICATION, "", marks(8, false)));
    taken(given(Conclusion.IDENTIFICATION, "", marks(8, true)));
    taken(given(Conclusion.IDENTIFICATION, "clear scar across both prints", marks(3, true)));
  }

  @Test
  void anExclusionNeedsADifferenceOrAReason() {
    refused(given(Conclusion.EXCLUSION, "", marks(9, true)));
    taken(given(Conclusion.EXCLUSION, "", marks(1, false)));
    taken(given(Conclusion.EXCLUSION, "whorl against loop in four fingers", List.of()));
  }

  @Test
  void inconclusiveNeedsAReasonWhateverIsMarked() {
    refused(given(Conclusion.INCONCLUSIVE, " ".repeat(40), marks(12, true)));
    String least = "x".repeat(Verdict.REASON_CHARS_MIN);
    refused(given(Conclusion.INCONCLUSIVE, least.substring(1), List.of()));
    taken(given(Conclusion.INCONCLUSIVE, least, List.of()));
  }

  @Test
  void aRefusalSaysWhatIsAskedFor() {
    assertThatThrownBy(
            () -> VerdictRule.check(given(Conclusion.IDENTIFICATION, "", marks(7, true))))
        .hasMessage(
            "An identification needs 8 agreeing points in one finger, or a reason of at least 15"
                + " characters. Mark it, or write why.");
    assertThatThrownBy(() -> VerdictRule.check(given(Conclusion.EXCLUSION, "", List.of())))
        .hasMessageStartingWith("An exclusion needs a marked difference, or a reason of at least");
    assertThatThrownBy(() -> VerdictRule.check(given(Conclusion.INCONCLUSIVE, "", List.of())))
        .hasMessageStartingWith("Inconclusive needs a reason of at least 15 characters.");
  }

  @Test
  void marksAndNotesHaveTheirLimits() {
    String note = "x".repeat(Limits.NOTE_CHARS_MAX);
    taken(given(Conclusion.EXCLUSION, note, marks(Limits.MARKS_MAX, true)));
    refused(given(Conclusion.EXCLUSION, note + "x", List.of()));
    List<Mark> more = marks(Limits.MARKS_MAX, true);
    more.add(more.getFirst());
    refused(given(Conclusion.EXCLUSION, note, more));
  }
}
