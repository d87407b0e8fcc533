package org.ridgeline.casework.verification;

import java.util.List;
import java.util.Optional;
import org.ridgeline.estimate.share.Share;

/// When an examiner leaves the queue.
/// - **Shape** `falseIdentificationsMax` of the newest `window` planted non-mates are borne; beyond
///   them, or where the lower bound of a rate lies above its limit, the examiner is off. One error
///   alone takes nobody off: a first slip has a lower bound of 2.5 % out of 1 and says nothing
/// - **Source** of the standard limits: examiners in the largest published study called 0.1 % of
///   non-mated latent pairs identifications and 7.5 % of mated ones exclusions (B. T. Ulery et al.,
///   PNAS 108, 2011). At 0.1 % two errors in 20 happen to 2 of 10,000 examiners; an exclusion costs
///   the person nothing, so its limit is twice the published rate
public record QueueRule(
    int falseIdentificationsMax,
    int window,
    double falseIdentificationRateMax,
    double falseExclusionRateMax) {
  /// The limits used unless configured.
  public static QueueRule standard() {
    return new QueueRule(1, 20, 0.01, 0.15);
  }

  /// Why an examiner is off after these verdicts on planted pairs, oldest first; empty while not.
  public Optional<String> off(List<PlantedVerdict> verdicts) {
    List<PlantedVerdict> nonMates = verdicts.stream().filter(v -> !v.isMate()).toList();
    List<PlantedVerdict> newest =
        nonMates.subList(Math.max(0, nonMates.size() - window), nonMates.size());
    long recent = newest.stream().filter(PlantedVerdict::isFalseIdentification).count();
    if (recent > falseIdentificationsMax) {
      return Optional.of(
          recent + " false identifications in the last " + newest.size() + " planted non-mates");
    }
    ExaminerError error = ExaminerError.of(verdicts);
    if (isOver(error.falseIdentifications(), falseIdentificationRateMax)) {
      return Optional.of(words("false identifications", error.falseIdentifications()));
    }
    if (isOver(error.falseExclusions(), falseExclusionRateMax)) {
      return Optional.of(words("false exclusions", error.falseExclusions()));
    }
    return Optional.empty();
  }

  private static boolean isOver(Share rate, double max) {
    return rate.count() > 1 && rate.bounds().low() > max;
  }

  private static String words(String what, Share rate) {
    return rate.count() + " " + what + " in " + rate.of() + " planted pairs";
  }
}
