package org.ridgeline.bench.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import org.ridgeline.search.compare.Evidence;
import org.ridgeline.search.compare.PhaseComparison;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.search.compare.PhaseScore;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.vocabulary.Template;

/// Our full comparison, of ridges as templates keep them.
/// - **Unit** the comparison's own score
final class RidgeComparer implements Comparer {
  /// A cell of the comparison, square millimetres: 8 pixels of 500 ppi a side.
  private static final double CELL_MM2 = 0.4064 * 0.4064;

  private static final ThreadLocal<PhaseComparison> COMPARISONS =
      ThreadLocal.withInitial(() -> new PhaseComparison(Effort.QUICK));

  @Override
  public String name() {
    return "ridgeline";
  }

  @Override
  public Ready ready(List<Template> templates) {
    return new RidgesReady(templates.parallelStream().map(ReadyPrint::of).toList());
  }

  /// - **Shape** the overlap that is reported: cells that both show, by how clearly
  private record RidgesReady(List<ReadyPrint> prints) implements Ready, OverlapEstimate {
    @Override
    public float[] scores(int probe, int[] references) {
      float[] scores = new float[references.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = PhaseScore.of(evidence(probe, references[i]));
      }
      return scores;
    }

    @Override
    public OptionalDouble overlapMm2(int probe, int reference) {
      double cells = evidence(probe, reference).overlap();
      return cells > 0 ? OptionalDouble.of(cells * CELL_MM2) : OptionalDouble.empty();
    }

    private Evidence evidence(int probe, int reference) {
      return COMPARISONS.get().compare(prints.get(probe), prints.get(reference));
    }
  }
}
