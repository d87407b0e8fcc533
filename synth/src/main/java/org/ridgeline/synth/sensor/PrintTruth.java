package org.ridgeline.synth.sensor;

import java.util.Optional;

/// What is true of a print: which skin each of its pixels shows, and how it was touched.
public final class PrintTruth {
  /// Overlaps are counted on a grid this wide.
  private static final int GRID_PX = 8;

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
