package org.ridgeline.chart.comparison;

import org.ridgeline.search.compare.PhaseComparison;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.search.compare.PhaseScore;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.rank.Limits;
import org.ridgeline.search.refine.MinutiaeComparison;
import org.ridgeline.search.refine.ReadyMinutiae;
import org.ridgeline.vocabulary.Template;

/// Two prints of a finger as a search compares them in full: by their ridges where both templates
/// have them, else by minutiae alone. Not for several threads at once.
public final class FingerComparison {
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

  /// The same comparison of ridges with why they score as they do.
  public ComparisonPlot explain(ComparedPrint probe, ComparedPrint onRecord) {
    return new ComparisonPlot(
        probe,
        onRecord,
        ridges.explain(ReadyPrint.of(probe.template()), ReadyPrint.of(onRecord.template())));
  }
}
