package org.ridgeline.chart.comparison;

import java.util.List;
import java.util.stream.IntStream;
import org.ridgeline.chart.canvas.Canvas.Corner;
import org.ridgeline.chart.canvas.Canvas.Lettering;

/// Where things stand in the picture of a comparison: four square panels, and for a wide sheet a
/// column beside them that says what they show.
/// - **Shape** `corners` of both prints, of one laid on the other, of how they agree; `shortPx` the
///   height with nothing but the prints
/// - **Unit** pixels
public record Panels(int widthPx, int heightPx, int shortPx, List<Corner> corners) {
  static final int SIDE_PX = 410;
  static final int LEFT_PX = 24;
  static final int TOP_PX = 118;
  static final int BELOW_PX = TOP_PX + SIDE_PX + 56;

  /// Where the column begins.
  static final int RIGHT_PX = LEFT_PX + 2 * SIDE_PX + 44;

  private static final int MIDDLE_PX = LEFT_PX + SIDE_PX + 16;
  private static final int STEP_PX = SIDE_PX + 48;

  /// Two by two, with the column.
  public static final Panels WIDE =
      new Panels(
          1280,
          1010,
          TOP_PX + SIDE_PX + 30,
          List.of(
              new Corner(LEFT_PX, TOP_PX),
              new Corner(MIDDLE_PX, TOP_PX),
              new Corner(LEFT_PX, BELOW_PX),
              new Corner(MIDDLE_PX, BELOW_PX)));

  /// One under the other, for a narrow screen, where a page says the rest.
  public static final Panels TALL =
      new Panels(
          SIDE_PX + 2 * LEFT_PX,
          TOP_PX + 4 * STEP_PX,
          TOP_PX + 2 * STEP_PX,
          IntStream.range(0, 4).mapToObj(i -> new Corner(LEFT_PX, TOP_PX + i * STEP_PX)).toList());

  static final Lettering TITLE = new Lettering(22, true, false, 0x222222);
  static final Lettering HEADING = new Lettering(14, true, false, 0x222222);

  public Panels {
    corners = List.copyOf(corners);
  }

  /// Whether the column stands beside them.
  boolean hasKey() {
    return this == WIDE;
  }
}
