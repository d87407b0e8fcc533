package org.ridgeline.extract.ridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ridgeline.synth.sensor.Place;
import org.ridgeline.synth.sensor.PrintTruth;
import org.ridgeline.vocabulary.SingularPoint;

/// How points of one kind that were found lie to the true ones, over many prints.
///
/// Those that count as true lie some way within the touched part; those at its rim may be found,
/// too, and are then not false.
final class SingularTally {
  private static final double INSIDE_PX = 24;

  private int truths;
  private int found;
  private final List<Double> missesInside = new ArrayList<>();
  private final List<Double> misses = new ArrayList<>();

  private record Link(double distance, Place place, SingularPoint point) {}

  void add(PrintTruth truth, List<Place> places, List<SingularPoint> points) {
    List<Link> links = new ArrayList<>();
    for (Place place : places) {
      truths += isInside(truth, place) ? 1 : 0;
      for (SingularPoint point : points) {
        double distance = Math.hypot(place.x() - point.x(), place.y() - point.y());
        links.add(new Link(distance, place, point));
      }
    }
    found += points.size();
    links.sort(Comparator.comparingDouble(Link::distance));
    Set<Place> met = new HashSet<>();
    Set<SingularPoint> used = new HashSet<>();
    for (Link link : links) {
      if (!met.contains(link.place()) && used.add(link.point())) {
        met.add(link.place());
        misses.add(link.distance());
        if (isInside(truth, link.place())) {
          missesInside.add(link.distance());
        }
      }
    }
  }

  private static boolean isInside(PrintTruth truth, Place place) {
    for (int i = 0; i < 8; i++) {
      double x = place.x() + INSIDE_PX * Math.cos(i * Math.PI / 4);
      double y = place.y() + INSIDE_PX * Math.sin(i * Math.PI / 4);
      if (!truth.map().isTouched(x, y)) {
        return false;
      }
    }
    return true;
  }

  /// Share of the true points that were found this near.
  double within(double px) {
    return count(missesInside, px) / (double) truths;
  }

  /// Points found that lie this near no true one.
  long falseBeyond(double px) {
    return found - count(misses, px);
  }

  private static long count(List<Double> misses, double px) {
    return misses.stream().filter(miss -> miss <= px).count();
  }

  double medianMissPx() {
    return missesInside.stream().sorted().skip(missesInside.size() / 2).findFirst().orElse(0.0);
  }

  String row(String name, int prints) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f %% | %.1f %% | %.3f | %.3f | %.1f |",
        name,
        truths,
        100 * within(10),
        100 * within(20),
        falseBeyond(10) / (double) prints,
        falseBeyond(20) / (double) prints,
        medianMissPx());
  }
}
