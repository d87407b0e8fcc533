package org.ridgeline.exchange.identify;

import java.util.Optional;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// One image a finger's template may come from.
/// - **Shape** `box`: the finger's part of a slap, null-free: whole image where empty
record FingerSource(FingerPosition finger, FingerImage image, Optional<Box> box) {
  /// A finger's rectangle in a slap, in pixels, right and bottom included.
  /// - **Source** ANSI/NIST-ITL 14.021 SEG
  record Box(int left, int right, int top, int bottom) {
    /// The same with its sides the right way round.
    Box ordered() {
      return new Box(
          Math.min(left, right),
          Math.max(left, right),
          Math.min(top, bottom),
          Math.max(top, bottom));
    }

    /// Whether an ordered box lies in an image.
    boolean isInside(GrayImage image) {
      return left >= 0 && top >= 0 && right < image.widthPx() && bottom < image.heightPx();
    }
  }
}
