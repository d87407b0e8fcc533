package org.ridgeline.casework.verification;

import java.util.List;
import org.ridgeline.estimate.share.Share;

/// An examiner's error on planted pairs.
/// - **Shape** each out of all planted pairs of that kind, inconclusive ones among them
public record ExaminerError(
    Share falseIdentifications,
    Share falseExclusions,
    int inconclusiveMates,
    int inconclusiveNonMates) {
  /// Counts verdicts on planted pairs.
  public static ExaminerError of(List<PlantedVerdict> verdicts) {
    int mates = (int) verdicts.stream().filter(PlantedVerdict::isMate).count();
    int wrongIn = (int) verdicts.stream().filter(PlantedVerdict::isFalseIdentification).count();
    int wrongOut = (int) verdicts.stream().filter(PlantedVerdict::isFalseExclusion).count();
    return new ExaminerError(
        new Share(wrongIn, verdicts.size() - mates),
        new Share(wrongOut, mates),
        inconclusive(verdicts, true),
        inconclusive(verdicts, false));
  }

  private static int inconclusive(List<PlantedVerdict> verdicts, boolean isMate) {
    return (int)
        verdicts.stream()
            .filter(v -> v.isMate() == isMate && v.conclusion() == Conclusion.INCONCLUSIVE)
            .count();
  }
}
