package org.ridgeline.cli;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.extract.ridge.PatternHint;
import org.ridgeline.extract.ridge.RidgeCounts;
import org.ridgeline.extract.ridge.SingularPoints;
import org.ridgeline.vocabulary.PackedRidges;
import org.ridgeline.vocabulary.Ridges;
import org.ridgeline.vocabulary.SingularPoint;
import org.ridgeline.vocabulary.Template;

/// Cores and deltas as JSON, the ridges between them, and the pattern they hint at.
/// - **Shape** `patternHint`: AU, LS, RS, WU, or UC where in doubt; `counts`: of each core to each
///   delta, by their places in the lists, where the ridges between them are known
/// - **Unit** positions in pixels at 500 ppi, directions in degrees, clockwise; of a delta the
///   first of three
record SingularJson(
    String patternHint, List<PointJson> cores, List<PointJson> deltas, List<CountJson> counts) {
  record PointJson(double x, double y, double directionDegrees, int quality) {}

  record CountJson(int core, int delta, int ridges) {}

  /// Of the ridges of a template; of one without, there is nothing to say.
  static SingularJson of(Template template) {
    return template
        .ridges()
        .map(PackedRidges::unpacked)
        .map(SingularJson::of)
        .orElse(new SingularJson(PatternHint.UNKNOWN.code(), List.of(), List.of(), List.of()));
  }

  private static SingularJson of(Ridges ridges) {
    List<SingularPoint> points = SingularPoints.of(ridges);
    List<SingularPoint> cores =
        points.stream().filter(SingularPoint.Core.class::isInstance).toList();
    List<SingularPoint> deltas =
        points.stream().filter(SingularPoint.Delta.class::isInstance).toList();
    RidgeCounts counts = RidgeCounts.of(ridges);
    List<CountJson> known = new ArrayList<>();
    for (int i = 0; i < cores.size(); i++) {
      for (int j = 0; j < deltas.size(); j++) {
        int core = i;
        int delta = j;
        counts
            .between(cores.get(i).x(), cores.get(i).y(), deltas.get(j).x(), deltas.get(j).y())
            .ifPresent(count -> known.add(new CountJson(core, delta, count)));
      }
    }
    return new SingularJson(
        PatternHint.of(points).code(), points(cores), points(deltas), List.copyOf(known));
  }

  private static List<PointJson> points(List<SingularPoint> points) {
    return points.stream()
        .map(point ->
            new PointJson(
                tenths(point.x()),
                tenths(point.y()),
                tenths(Math.toDegrees(point.direction())),
                point.quality()))
        .toList();
  }

  private static double tenths(double value) {
    return Math.round(10 * value) / 10.0;
  }
}
