package org.ridgeline.codec.jpeg2000;

/// The grid of precincts that an area is divided by.
/// - **Shape** precincts count from left to right, then down; sides are powers of two, and the grid
///   begins at the origin of the coordinates, not of the area
/// - **Source** ISO/IEC 15444-1 B.6
record Precincts(
    int widthExponent, int heightExponent, int firstAcross, int firstDown, int across, int down) {

  static Precincts of(Area area, int widthExponent, int heightExponent) {
    int firstAcross = area.x0() >> widthExponent;
    int firstDown = area.y0() >> heightExponent;
    return new Precincts(
        widthExponent,
        heightExponent,
        firstAcross,
        firstDown,
        area.isEmpty() ? 0 : Area.ceilShift(area.x1(), widthExponent) - firstAcross,
        area.isEmpty() ? 0 : Area.ceilShift(area.y1(), heightExponent) - firstDown);
  }

  /// The same precincts in coordinates of a subband, which has half the samples each way.
  Precincts halved() {
    return new Precincts(
        widthExponent - 1, heightExponent - 1, firstAcross, firstDown, across, down);
  }

  /// Whether there can be so many is to be asked before anything is made for each.
  long claimed() {
    return (long) across * down;
  }

  int count() {
    return Math.toIntExact(claimed());
  }

  /// The samples of a precinct among those of an area.
  Area part(int precinct, Area area) {
    long px = firstAcross + precinct % across;
    long py = firstDown + precinct / across;
    return new Area(
        (int) Math.max(px << widthExponent, area.x0()),
        (int) Math.max(py << heightExponent, area.y0()),
        (int) Math.min(px + 1 << widthExponent, area.x1()),
        (int) Math.min(py + 1 << heightExponent, area.y1()));
  }

  /// Left edge of a precinct, on a grid 2^`steps` times as fine.
  long left(int precinct, int steps) {
    return (long) (firstAcross + precinct % across) << widthExponent + steps;
  }

  /// Upper edge of a precinct, on a grid 2^`steps` times as fine.
  long top(int precinct, int steps) {
    return (long) (firstDown + precinct / across) << heightExponent + steps;
  }
}
