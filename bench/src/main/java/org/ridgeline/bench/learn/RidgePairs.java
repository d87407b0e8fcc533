package org.ridgeline.bench.learn;

import java.util.List;
import org.ridgeline.search.compare.Evidence;
import org.ridgeline.search.compare.PhaseComparison;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.synth.sensor.SensorKind;

/// What the comparison of ridges says of pairs of fictional prints, compared quickly, as a search
/// does.
public final class RidgePairs {
  private static final ThreadLocal<PhaseComparison> COMPARISONS =
      ThreadLocal.withInitial(() -> new PhaseComparison(Effort.QUICK));

  private RidgePairs() {}

  /// One pair.
  public record Compared(Evidence evidence, boolean isGenuine) {}

  /// All pairs of the sensor of a kind that the seed gives; prints without ridges are left out.
  public static List<Compared> of(SeriesPairs pairs, long seed, SensorKind kind) {
    return pairs
        .of(seed, kind, template -> template.ridges().map(_ -> ReadyPrint.of(template)))
        .parallelStream()
        .map(RidgePairs::compared)
        .toList();
  }

  private static Compared compared(SeriesPairs.Pair<ReadyPrint> pair) {
    Evidence evidence = COMPARISONS.get().compare(pair.one(), pair.other());
    return new Compared(evidence, pair.isGenuine());
  }
}
