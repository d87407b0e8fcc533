package org.ridgeline.extract.ridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ridgeline.extract.ridge.CourseField.Turning;
import org.ridgeline.extract.ridge.CourseField.Zero;
import org.ridgeline.vocabulary.RidgeCells;
import org.ridgeline.vocabulary.Ridges;
import org.ridgeline.vocabulary.SingularPoint;

/// The cores and deltas of a print, from its ridges: of one just seen, or of a template's.
///
/// A point is kept where the course of the cells turns round it, and turns still when smoothed:
/// what noise makes is gone by then. Its place is then sought once more in the wave itself, whose
/// slopes are sharper than the cells.
/// - **Unit** as [SingularPoint]: pixels at 500 ppi of the picture the ridges are of
/// - **Source** A. M. Bazen, S. H. Gerez, Systematic methods for the computation of the directional
///   fields and singular points of fingerprints, 2002; K. Nilsson, J. Bigun, Localization of
///   corresponding points in fingerprints by complex filtering, 2003
public final class SingularPoints {
  private static final double CELL = RidgeCells.SIDE_PX;

  /// Where in a cell its course is that of the ridges, as [Waves] has it.
  private static final double MIDDLE = CELL / 2;

  /// Cells that the courses are smoothed by: a Gaussian of 16 pixels.
  private static final int[] SMOOTHED = {2, 2};

  /// A core and a delta nearer than this are noise, pixels.
  private static final double APART_PX = 20;

  /// How far a zero moves, at most, when smoothed.
  private static final double FOLLOWED_PX = 24;

  /// What must show how ridges turn round a point: a disc, and so much of it in the print.
  private static final double DISC_PX = 24;

  private static final double DISC_KNOWN_MIN = 0.7;

  /// A point of less is no point.
  private static final int QUALITY_MIN = 25;

  private static final double TURN = 2 * Math.PI;

  private final CourseField cells;
  private final WaveSlopes slopes;
  private final List<SingularPoint> found = new ArrayList<>();

  private SingularPoints(Ridges ridges) {
    cells = CourseField.of(ridges.cells());
    slopes = new WaveSlopes(ridges.waves());
  }

  /// The cores and deltas, row by row of the cells; none where there is no print.
  public static List<SingularPoint> of(Ridges ridges) {
    SingularPoints points = new SingularPoints(ridges);
    for (Zero zero : points.lasting()) {
      points.keep(zero);
    }
    return List.copyOf(points.found);
  }

  private record Link(double distance, Zero fine, Zero coarse) {}

  /// Zeros that have one of their own among those of the smoothed cells.
  private List<Zero> lasting() {
    List<Zero> fine = cells.zeros(APART_PX / CELL);
    List<Link> links = new ArrayList<>();
    for (Zero coarse : cells.smoothed(SMOOTHED).zeros(0)) {
      for (Zero one : fine) {
        double distance = one.distance(coarse);
        if (one.sign() == coarse.sign() && distance < FOLLOWED_PX / CELL) {
          links.add(new Link(distance, one, coarse));
        }
      }
    }
    links.sort(Comparator.comparingDouble(Link::distance));
    Set<Zero> lasting = new HashSet<>();
    Set<Zero> taken = new HashSet<>();
    for (Link link : links) {
      if (!lasting.contains(link.fine()) && taken.add(link.coarse())) {
        lasting.add(link.fine());
      }
    }
    return fine.stream().filter(lasting::contains).toList();
  }

  /// Keeps a zero, in pixels, where what lies round it turns with it.
  private void keep(Zero cell) {
    Zero coarse = new Zero(CELL * cell.x() + MIDDLE, CELL * cell.y() + MIDDLE, cell.sign());
    Zero sharp = slopes.sharpened(coarse);
    Zero place = isTaken(sharp) ? coarse : sharp;
    Zero back = new Zero((place.x() - MIDDLE) / CELL, (place.y() - MIDDLE) / CELL, place.sign());
    Turning turning = cells.turning(back, DISC_PX / CELL);
    if (turning.known() >= DISC_KNOWN_MIN) {
      double clarity = slopes.clarity(place, DISC_PX);
      int quality = (int) Math.round(100 * turning.agreed() * clarity);
      if (quality >= QUALITY_MIN) {
        found.add(point(place, turning.angle(), quality));
      }
    }
  }

  private boolean isTaken(Zero place) {
    return found.stream()
        .anyMatch(one -> one.x() == (float) place.x() && one.y() == (float) place.y());
  }

  /// Ridges run along a radius where the doubled course is twice the radius' angle: once round a
  /// core, three times round a delta.
  private static SingularPoint point(Zero place, double angle, int quality) {
    float x = (float) place.x();
    float y = (float) place.y();
    double turned = angle < 0 ? angle + TURN : angle;
    return place.sign() > 0
        ? new SingularPoint.Core(x, y, (float) turned, quality)
        : new SingularPoint.Delta(x, y, (float) (turned / 3), quality);
  }
}
