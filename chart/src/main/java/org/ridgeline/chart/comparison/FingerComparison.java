package org.ridgeline.chart.comparison;

import org.ridgeline.search.compare.PhaseComparison;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.search.rank.PrintComparison;
import org.ridgeline.vocabulary.Template;

/// Two prints of a finger as a search compares them in full: by their ridges where both templates
/// have them, else by minutiae alone. Not for several threads at once.
public final class FingerComparison {
  private final PhaseComparison ridges = new PhaseComparison(Effort.QUICK);
  private final PrintComparison prints = new PrintComparison();

  /// What two prints score.
  /// - **Unit** `centibits`: hundredths of a bit of log-likelihood ratio, as in a candidate's list
  /// - **Shape** `isOfRidges`: false where minutiae alone were compared
  public record Scored(int centibits, boolean isOfRidges) {}

  /// Compares a probe's finger with one on record.
  public Scored score(Template probe, Template onRecord) {
    PrintComparison.Scored scored = prints.score(probe, onRecord);
    return new Scored(scored.centibits(), scored.isOfRidges());
  }

  /// The same comparison of ridges with why they score as they do.
  public ComparisonPlot explain(ComparedPrint probe, ComparedPrint onRecord) {
    return new ComparisonPlot(
        probe,
        onRecord,
        ridges.explain(ReadyPrint.of(probe.template()), ReadyPrint.of(onRecord.template())));
  }
}
