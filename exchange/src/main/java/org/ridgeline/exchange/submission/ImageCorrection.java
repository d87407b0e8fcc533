package org.ridgeline.exchange.submission;

import java.util.List;
import java.util.Optional;

/// What is corrected of one image of a card.
/// - **Shape** `record` as findings name it, "14#3"; `fgp` another position; `isDropped`: not taken
///   at all; `boxes`: where the fingers of a slap are, all of them, none where that is left to the
///   sender's marks and to segmentation
public record ImageCorrection(
    String record, Optional<Integer> fgp, boolean isDropped, List<DrawnBox> boxes) {
  public ImageCorrection {
    boxes = List.copyOf(boxes);
  }

  /// Whether anything is corrected.
  boolean isAny() {
    return fgp.isPresent() || isDropped || !boxes.isEmpty();
  }
}
