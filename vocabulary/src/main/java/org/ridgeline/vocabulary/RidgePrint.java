package org.ridgeline.vocabulary;

import java.util.List;

/// All that extraction sees of one impression: its ridges as a wave, its cells, its minutiae.
///
/// At 500 ppi, in the pixels of the whole image brought to that resolution.
/// - **Unit** quality 0..100
/// - **Limit** [#MINUTIAE_MAX] minutiae
/// - **Error** more minutiae, or a quality out of range: IllegalArgumentException
public record RidgePrint(
    int widthPx,
    int heightPx,
    int quality,
    RidgeWaves waves,
    RidgeCells cells,
    List<PhaseMinutia> minutiae) {
  /// Most minutiae of a print.
  public static final int MINUTIAE_MAX = 128;

  /// Pixels per inch that everything is given in.
  public static final int RESOLUTION_PPI = 500;

  public RidgePrint {
    minutiae = List.copyOf(minutiae);
    if (minutiae.size() > MINUTIAE_MAX || quality < 0 || quality > 100) {
      throw new IllegalArgumentException(
          "minutiae=%d limit=%d quality=%d limit=0..100"
              .formatted(minutiae.size(), MINUTIAE_MAX, quality));
    }
  }
}
