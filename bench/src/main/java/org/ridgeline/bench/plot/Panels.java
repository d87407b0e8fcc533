package org.ridgeline.bench.plot;

import org.ridgeline.bench.plot.Canvas.Lettering;

/// Where things stand in the picture of a comparison: four square panels, and a column beside them.
/// - **Unit** pixels
final class Panels {
  static final int WIDTH_PX = 1280;
  static final int HEIGHT_PX = 1010;
  static final int SIDE_PX = 410;
  static final int LEFT_PX = 24;
  static final int MIDDLE_PX = LEFT_PX + SIDE_PX + 16;
  static final int RIGHT_PX = MIDDLE_PX + SIDE_PX + 28;
  static final int TOP_PX = 118;
  static final int BELOW_PX = TOP_PX + SIDE_PX + 56;

  /// Of a picture with nothing below the prints.
  static final int SHORT_PX = TOP_PX + SIDE_PX + 30;

  static final Lettering TITLE = new Lettering(22, true, false, 0x222222);
  static final Lettering HEADING = new Lettering(14, true, false, 0x222222);

  private Panels() {}
}
