package org.ridgeline.synth.sensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.synth.print.PatternClass;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;

/// What is true of a print: which skin each of its pixels shows, and how it was touched.
public final class PrintTruth {
  /// Overlaps are counted on a grid this wide.
  private static final int GRID_PX = 8;

  private static final double AHEAD_PX = 6;

  private final FingerSkin skin;
  private final SkinMap map;
  private final double turn;
  private final boolean heavy;

  PrintTruth(FingerSkin skin, SkinMap map, Placement placement) {
    this.skin = skin;
    this.map = map;
    this.turn = placement.turn;
    this.heavy = placement.heavy;
  }

  /// Where each pixel lies on the finger.
  public SkinMap map() {
    return map;
  }

  /// The finger's turn on the sensor: radians, clockwise on the screen.
  public double turn() {
    return turn;
  }

  /// Whether the touch was bent on purpose ([Handling#heavy()]).
  public boolean isHeavilyBent() {
    return heavy;
  }

  /// The pattern the finger's ridges form.
  public PatternClass pattern() {
    return skin.finger().pattern();
  }

  /// Height of the finger's ridges at an image place, whatever the print shows: -1 valley to 1.
  public double ridge(double x, double y) {
    Place place = map.skin(x, y);
    return skin.finger().ridge((float) place.x(), (float) place.y());
  }

  /// The place of another print that shows the same skin as a place of this one; empty where that
  /// lies out of its image. Of a print of another finger nothing corresponds.
  public Optional<Place> in(PrintTruth other, Place place) {
    return isOfOneFinger(other)
        ? other.map.image(map.skin(place.x(), place.y()))
        : Optional.empty();
  }

  /// Whether both prints are of the same finger.
  public boolean isOfOneFinger(PrintTruth other) {
    return skin.isSame(other.skin);
  }

  /// The finger's minutiae that lie in the touched part of this image, whether the print shows them
  /// or not: those of its skin, without what dirt, dryness and white lines add. Quality is 100.
  public List<Minutia> minutiae() {
    List<Minutia> shown = new ArrayList<>();
    for (SkinMinutiae.Mark mark : skin.minutiae()) {
      Optional<Place> at = map.image(new Place(mark.x(), mark.y()));
      double aheadX = mark.x() + AHEAD_PX * StrictMath.cos(mark.direction());
      double aheadY = mark.y() + AHEAD_PX * StrictMath.sin(mark.direction());
      Optional<Place> ahead = map.image(new Place(aheadX, aheadY));
      if (at.isPresent() && ahead.isPresent() && map.isTouched(at.get().x(), at.get().y())) {
        shown.add(minutia(at.get(), ahead.get(), mark.ending()));
      }
    }
    return shown;
  }

  /// The finger's cores that lie in the touched part of this image, whether the print shows them or
  /// not. An arch has none.
  public List<Place> cores() {
    return singular(true);
  }

  /// The finger's deltas that lie in the touched part of this image.
  public List<Place> deltas() {
    return singular(false);
  }

  private List<Place> singular(boolean cores) {
    return skin.finger().singular().stream()
        .filter(point -> point.isCore() == cores)
        .flatMap(point -> map.image(new Place(point.x(), point.y())).stream())
        .filter(place -> map.isTouched(place.x(), place.y()))
        .toList();
  }

  private static Minutia minutia(Place at, Place ahead, boolean ending) {
    double turn = StrictMath.atan2(ahead.y() - at.y(), ahead.x() - at.x()) / (2 * Math.PI);
    int direction = (int) Math.round(turn * 65_536) & 0xFFFF;
    int x = (int) Math.round(at.x());
    int y = (int) Math.round(at.y());
    return ending
        ? new Minutia.RidgeEnding(x, y, direction, 100)
        : new Minutia.Bifurcation(x, y, direction, 100);
  }

  /// The print as it would be without a fault: black ridges, white valleys where skin is touched,
  /// white ground, pixel for pixel in the print's place.
  public GrayImage clean() {
    byte[] pixels = new byte[map.widthPx * map.heightPx];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % map.widthPx;
      int y = i / map.widthPx;
      double grey = map.isTouched(x, y) ? 127.5 - 127.5 * Math.clamp(ridge(x, y), -1.0, 1.0) : 255;
      pixels[i] = (byte) Math.round(grey);
    }
    return GrayImage.of(map.widthPx, map.heightPx, 500, pixels);
  }

  /// Share of this print's touched pixels whose skin the other print shows, too: 0..1.
  public double overlap(PrintTruth other) {
    int touched = 0;
    int shared = 0;
    for (int y = GRID_PX / 2; y < map.heightPx; y += GRID_PX) {
      for (int x = GRID_PX / 2; x < map.widthPx; x += GRID_PX) {
        if (map.isTouched(x, y)) {
          touched++;
          Optional<Place> there = in(other, new Place(x, y));
          shared += there.filter(p -> other.map.isTouched(p.x(), p.y())).isPresent() ? 1 : 0;
        }
      }
    }
    return touched == 0 ? 0 : shared / (double) touched;
  }
}
