package org.ridgeline.codec.image;

/// What a filter sees beyond the two ends of a line of samples: the line itself, mirrored.
///
/// Built once for a length and looked up from `-pad` to `length + pad - 1`.
/// - **Shape** sample `index(k)` taken times `sign(k)`: 1, -1 or 0
/// - **Source** IAFIS-IC-0110 annex A (symmetric boundary extension)
final class LineEnds {
  /// Where a mirror stands and what it does to the sign.
  enum Mirror {
    /// On the last sample, which is not repeated.
    WHOLE,
    /// Behind the last sample, which is seen twice.
    HALF,
    /// As `HALF`, with the other sign.
    HALF_NEGATED,
    /// On a zero that stands behind the last sample, with the other sign.
    ZERO_NEGATED
  }

  private final int length;
  private final int pad;
  private final int[] indices;
  private final byte[] signs;

  LineEnds(int length, int pad, Mirror left, Mirror right) {
    this.length = length;
    this.pad = pad;
    indices = new int[length + 2 * pad];
    signs = new byte[length + 2 * pad];
    for (int i = 0; i < indices.length; i++) {
      fold(i, left, right);
    }
  }

  int length() {
    return length;
  }

  int pad() {
    return pad;
  }

  int index(int k) {
    return indices[k + pad];
  }

  int sign(int k) {
    return signs[k + pad];
  }

  /// Copies a line with both its extensions to `target[at..]`.
  void extend(float[] source, int from, float[] target, int at) {
    System.arraycopy(source, from, target, at + pad, length);
    complete(target, at);
  }

  /// Fills in the extensions of the line that lies at `target[at + pad..]`.
  void complete(float[] target, int at) {
    int first = at + pad;
    for (int i = 0; i < pad; i++) {
      target[at + i] = signs[i] * target[first + indices[i]];
      int right = pad + length + i;
      target[at + right] = signs[right] * target[first + indices[right]];
    }
  }

  /// Mirrors a place until it lies within the line.
  private void fold(int i, Mirror left, Mirror right) {
    if (length == 0) {
      return;
    }
    int k = i - pad;
    int sign = 1;
    while (k < 0 || k >= length) {
      Mirror mirror = k < 0 ? left : right;
      if (mirror == Mirror.WHOLE && length == 1 && left == right) {
        k = 0;
      } else if (k < 0) {
        k = mirror == Mirror.WHOLE ? -k : -1 - k;
      } else if (mirror == Mirror.ZERO_NEGATED) {
        sign = k == length ? 0 : sign;
        k = k == length ? 0 : 2 * length - k;
      } else {
        k = mirror == Mirror.WHOLE ? 2 * length - 2 - k : 2 * length - 1 - k;
      }
      sign = mirror == Mirror.HALF_NEGATED || mirror == Mirror.ZERO_NEGATED ? -sign : sign;
    }
    indices[i] = k;
    signs[i] = (byte) sign;
  }
}
