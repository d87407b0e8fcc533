package org.ridgeline.exchange.identify;

import java.util.Optional;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.vocabulary.FingerPosition;

/// One image a finger's template may come from.
/// - **Shape** `box`: the finger's part of a slap, null-free: whole image where empty
record FingerSource(FingerPosition finger, FingerImage image, Optional<Box> box) {
  /// A finger's rectangle in a slap, in pixels, right and bottom included.
  /// - **Source** ANSI/NIST-ITL 14.021 SEG
  record Box(int left, int right, int top, int bottom) {}
}
