package org.ridgeline.casework.verification;

import java.util.Collection;
import java.util.stream.Collectors;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;

/// What a verdict must rest on before it is taken.
/// - an identification: [Verdict#POINTS_MIN] agreeing points in one finger, or the reason in words
///   why fewer are enough
/// - an exclusion: one marked difference, or the reason in words
/// - inconclusive: the reason in words
///
/// There is no number of points at which prints are one person's; this one only sees to it that
/// something checkable is kept.
public final class VerdictRule {
  private VerdictRule() {}

  /// Refuses more marks or ridge counts than are kept, before any of them is looked at.
  /// - **Error** more than [Limits#MARKS_MAX] of either: [RefusedStep] LIMIT
  public static void counts(int marks, int lines) {
    if (marks > Limits.MARKS_MAX) {
      throw new RefusedStep(Refusal.TOO_MANY_MARKS, marks, Limits.MARKS_MAX);
    }
    if (lines > Limits.MARKS_MAX) {
      throw new RefusedStep(Refusal.TOO_MANY_RIDGE_COUNTS, lines, Limits.MARKS_MAX);
    }
  }

  static void check(Verdict.Given given) {
    counts(given.marks().size(), given.lines().size());
    if (given.note().length() > Limits.NOTE_CHARS_MAX) {
      throw new RefusedStep(Refusal.VERDICT_NOTE, given.note().length(), Limits.NOTE_CHARS_MAX);
    }
    if (given.note().length() < Verdict.REASON_CHARS_MIN && !isShown(given)) {
      throw lack(given.conclusion());
    }
  }

  private static boolean isShown(Verdict.Given given) {
    return switch (given.conclusion()) {
      case IDENTIFICATION -> most(given.marks()) >= Verdict.POINTS_MIN;
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

  private static RefusedStep lack(Conclusion conclusion) {
    int chars = Verdict.REASON_CHARS_MIN;
    return switch (conclusion) {
      case IDENTIFICATION ->
          new RefusedStep(Refusal.IDENTIFICATION_UNSHOWN, Verdict.POINTS_MIN, chars);
      case EXCLUSION -> new RefusedStep(Refusal.EXCLUSION_UNSHOWN, chars);
      case INCONCLUSIVE -> new RefusedStep(Refusal.INCONCLUSIVE_UNEXPLAINED, chars);
    };
  }
}
