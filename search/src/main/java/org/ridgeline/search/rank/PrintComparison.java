package org.ridgeline.search.rank;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.search.compare.PhaseComparison;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.search.compare.PhaseScore;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.refine.MinutiaeComparison;
import org.ridgeline.search.refine.ReadyMinutiae;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// Compares prints with prints, outside of any gallery, as a search compares them in full: by their
/// ridges where both templates have them, else by minutiae alone. Not for several threads at once.
public final class PrintComparison {
  private static final Calibration CALIBRATION = Calibration.load();

  private final PhaseComparison ridges = new PhaseComparison(Effort.QUICK);
  private final MinutiaeComparison minutiae = new MinutiaeComparison();

  /// What two prints score.
  /// - **Unit** `centibits`: hundredths of a bit of log-likelihood ratio, as in a candidate's list
  /// - **Shape** `isOfRidges`: false where minutiae alone were compared
  public record Scored(int centibits, boolean isOfRidges) {}

  /// Compares a probe's finger with one on record.
  public Scored score(Template probe, Template onRecord) {
    if (probe.ridges().isPresent() && onRecord.ridges().isPresent()) {
      var evidence = ridges.compare(ReadyPrint.of(probe), ReadyPrint.of(onRecord));
      return new Scored(CALIBRATION.ridges().at(PhaseScore.tenths(evidence)), true);
    }
    int[] stored = stored(onRecord);
    int score = minutiae.compare(ReadyMinutiae.of(stored(probe)), stored, stored.length);
    return new Scored(CALIBRATION.full().at(score), false);
  }

  private static int[] stored(Template template) {
    return PackedMinutiae.central(PackedMinutiae.pack(template), Limits.MINUTIAE_KEPT);
  }

  /// What all fingers say that both have: the sum of their ratios, 0 where they have none in
  /// common.
  /// - **Unit** centibits
  public int centibits(TenPrint probe, TenPrint onRecord) {
    return scores(probe, onRecord).values().stream().mapToInt(Integer::intValue).sum();
  }

  /// What each finger says that both have.
  /// - **Unit** centibits
  public Map<FingerPosition, Integer> scores(TenPrint probe, TenPrint onRecord) {
    Map<FingerPosition, Integer> scores = new EnumMap<>(FingerPosition.class);
    probe
        .fingers()
        .forEach((finger, template) ->
            Optional.ofNullable(onRecord.fingers().get(finger))
                .ifPresent(other -> scores.put(finger, score(template, other).centibits())));
    return scores;
  }
}
