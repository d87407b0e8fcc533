package org.ridgeline.exchange.submission;

import org.ridgeline.vocabulary.FingerPosition;

/// Where a person says that one finger of a slap is.
/// - **Unit** pixels of the image from its top left, both ends inside
/// - **Error** ends out of order or below 0: IllegalArgumentException
public record DrawnBox(FingerPosition finger, int left, int right, int top, int bottom) {
  public DrawnBox {
    if (left < 0 || top < 0 || right < left || bottom < top) {
      throw new IllegalArgumentException(
          "box=" + left + ".." + right + " x " + top + ".." + bottom + " limit=0<=left<=right");
    }
  }
}
