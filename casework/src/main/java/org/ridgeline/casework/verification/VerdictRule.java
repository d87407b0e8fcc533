package org.ridgeline.casework.verification;

import java.util.Collection;
import java.util.stream.Collectors;
import org.ridgeline.casework.RefusedStep;
import org.ridgeline.casework.RefusedStep.Code;

/// What a verdict must rest on before it is taken.
/// - an identification: [#POINTS_MIN] agreeing points in one finger, or the reason in words why
///   fewer are enough
/// - an exclusion: one marked difference, or the reason in words
/// - inconclusive: the reason in words
///
/// There is no number of points at which prints are one person's; this one only sees to it that
/// something checkable is kept.
final class VerdictRule {
  /// Agreeing points in one finger.
  static final int POINTS_MIN = Verdict.POINTS_MIN;

  /// Characters of a reason.
  static final int REASON_CHARS_MIN = 15;

  private VerdictRule() {}

  static void check(Verdict.Given given) {
    if (given.marks().size() > Limits.MARKS_MAX || given.lines().size() > Limits.MARKS_MAX) {
      throw new RefusedStep(
          Code.LIMIT,
          "More than " + Limits.MARKS_MAX + " marks.",
          "Keep those that your conclusion rests on.");
    }
    if (given.note().length() > Limits.NOTE_CHARS_MAX) {
      throw new RefusedStep(
          Code.LIMIT,
          "The note is longer than " + Limits.NOTE_CHARS_MAX + " characters.",
          "Shorten it.");
    }
    if (given.note().length() < REASON_CHARS_MIN && !isShown(given)) {
      throw new RefusedStep(Code.GATE, lack(given.conclusion()), "Mark it, or write why.");
    }
  }

  private static boolean isShown(Verdict.Given given) {
    return switch (given.conclusion()) {
      case IDENTIFICATION -> most(given.marks()) >= POINTS_MIN;
      case EXCLUSION -> given.differing() > 0;
      case INCONCLUSIVE -> false;
    };
  }

  private static long most(Collection<Mark> marks) {
    return marks.stream()
        .filter(Mark::agrees)
        .collect(Collectors.groupingBy(Mark::fgp, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private static String lack(Conclusion conclusion) {
    return switch (conclusion) {
      case IDENTIFICATION ->
          "An identification needs "
              + POINTS_MIN
              + " agreeing points in one finger, or a reason of "
              + REASON_CHARS_MIN
              + " characters.";
      case EXCLUSION ->
          "An exclusion needs a marked difference, or a reason of "
              + REASON_CHARS_MIN
              + " characters.";
      case INCONCLUSIVE -> "Inconclusive needs a reason of " + REASON_CHARS_MIN + " characters.";
    };
  }
}
