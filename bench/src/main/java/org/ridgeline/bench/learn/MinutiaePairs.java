package org.ridgeline.bench.learn;

import java.util.List;
import java.util.Optional;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.rank.Limits;
import org.ridgeline.search.refine.MinutiaeComparison;
import org.ridgeline.search.refine.ReadyMinutiae;
import org.ridgeline.synth.sensor.SensorKind;
import org.ridgeline.vocabulary.Template;

/// What the full comparison of minutiae says of pairs of fictional prints, of which as many
/// minutiae are kept as a gallery keeps.
public final class MinutiaePairs {
  private static final ThreadLocal<MinutiaeComparison> COMPARISONS =
      ThreadLocal.withInitial(MinutiaeComparison::new);

  private MinutiaePairs() {}

  /// One pair.
  /// - **Shape** `score` as [MinutiaeComparison] gives it
  public record Compared(int score, boolean isGenuine) {}

  /// All pairs of the sensor of a kind that the seed gives.
  public static List<Compared> of(SeriesPairs pairs, long seed, SensorKind kind) {
    return pairs.of(seed, kind, MinutiaePairs::ready).parallelStream()
        .map(pair ->
            new Compared(COMPARISONS.get().compare(pair.one(), pair.other()), pair.isGenuine()))
        .toList();
  }

  private static Optional<ReadyMinutiae> ready(Template template) {
    int[] packed = PackedMinutiae.pack(template);
    return Optional.of(ReadyMinutiae.of(PackedMinutiae.central(packed, Limits.MINUTIAE_KEPT)));
  }
}
