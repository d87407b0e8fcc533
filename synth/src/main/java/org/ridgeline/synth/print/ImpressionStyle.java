package org.ridgeline.synth.print;

/// How an impression is taken.
/// - **Unit** `quality` 0 (unusable) to 100 (excellent); daily work lies between 40 and 90
/// - **Limit** resolution 500 or 1000 ppi
/// - **Error** values out of limits: IllegalArgumentException
public record ImpressionStyle(Kind kind, int quality, int resolutionPpi, Ground ground) {
  /// What the finger is laid on.
  public enum Ground {
    /// A livescan plate: an even, light ground.
    LIVESCAN,
    /// Ink on a card: paper, the lines of its boxes, too much ink, too little, smears.
    INK
  }

  /// A way of taking a print.
  public enum Kind {
    /// Turned from nail to nail on a livescan plate: the whole pattern, stretched sideways.
    ROLLED(500, 550),
    /// Laid on a livescan plate: the middle of the pad.
    PLAIN(416, 480);

    private final int widthPx;
    private final int heightPx;

    Kind(int widthPx, int heightPx) {
      this.widthPx = widthPx;
      this.heightPx = heightPx;
    }

    /// Width of the image at 500 ppi.
    public int widthPx() {
      return widthPx;
    }

    /// Height of the image at 500 ppi.
    public int heightPx() {
      return heightPx;
    }
  }

  public ImpressionStyle {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality=" + quality + " limit=0..100");
    }
    if (resolutionPpi != 500 && resolutionPpi != 1000) {
      throw new IllegalArgumentException("resolutionPpi=" + resolutionPpi + " limit=500, 1000");
    }
  }

  /// On a livescan plate, at 500 ppi.
  public ImpressionStyle(Kind kind, int quality) {
    this(kind, quality, 500);
  }

  /// On a livescan plate.
  public ImpressionStyle(Kind kind, int quality, int resolutionPpi) {
    this(kind, quality, resolutionPpi, Ground.LIVESCAN);
  }

  /// The same touch at 1000 ppi.
  public ImpressionStyle fine() {
    return new ImpressionStyle(kind, quality, 1000, ground);
  }

  /// The same touch on another ground.
  public ImpressionStyle on(Ground other) {
    return new ImpressionStyle(kind, quality, resolutionPpi, other);
  }

  /// A rolled print of the given quality.
  public static ImpressionStyle rolled(int quality) {
    return new ImpressionStyle(Kind.ROLLED, quality);
  }

  /// A plain print of the given quality.
  public static ImpressionStyle plain(int quality) {
    return new ImpressionStyle(Kind.PLAIN, quality);
  }
}
