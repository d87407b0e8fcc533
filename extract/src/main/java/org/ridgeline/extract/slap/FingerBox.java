package org.ridgeline.extract.slap;

import org.ridgeline.vocabulary.FingerPosition;

/// Where the last joint of one finger lies on a slap.
/// - **Unit** pixels of the image from its top left, both ends inside
/// - **Error** ends out of order or below 0: IllegalArgumentException
/// - **Source** the sides are those of ANSI/NIST-ITL 14.021 SEG
public record FingerBox(FingerPosition finger, int left, int right, int top, int bottom) {
  public FingerBox {
    if (left < 0 || top < 0 || right < left || bottom < top) {
      throw new IllegalArgumentException(
          "box=" + left + ".." + right + " x " + top + ".." + bottom + " limit=0<=left<=right");
    }
  }

  /// Width in pixels.
  public int widthPx() {
    return right - left + 1;
  }

  /// Height in pixels.
  public int heightPx() {
    return bottom - top + 1;
  }

  /// The share of the smaller box that both cover, 0 to 1.
  public double overlap(FingerBox other) {
    long across = Math.min(right, other.right) - (long) Math.max(left, other.left) + 1;
    long down = Math.min(bottom, other.bottom) - (long) Math.max(top, other.top) + 1;
    long own = (long) widthPx() * heightPx();
    long others = (long) other.widthPx() * other.heightPx();
    return Math.max(0, across) * Math.max(0, down) / (double) Math.min(own, others);
  }
}
