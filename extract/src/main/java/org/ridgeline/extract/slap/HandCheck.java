package org.ridgeline.extract.slap;

import java.util.List;
import org.ridgeline.vocabulary.FingerPosition;

/// Which hand a slap seems to be of: the little finger's tip lies lower than the index finger's and
/// it is the narrower of the two. Both together must say it clearly.
final class HandCheck {
  /// Less than this says nothing: hands are laid on somewhat askew.
  private static final int CLEAR = FingerSize.cells(0.28);

  private HandCheck() {}

  /// - **Shape** `fingers` as labelled, and the pad of each
  static Segmentation.Hand of(List<FingerPosition> fingers, List<FingerShape> pads) {
    int index = at(fingers, FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX);
    int little = at(fingers, FingerPosition.RIGHT_LITTLE, FingerPosition.LEFT_LITTLE);
    if (index < 0 || little < 0) {
      return Segmentation.Hand.UNKNOWN;
    }
    int lower = pads.get(little).top() - pads.get(index).top();
    int narrower = pads.get(index).width() - pads.get(little).width();
    if (lower + narrower < -CLEAR) {
      return Segmentation.Hand.OTHER;
    }
    return lower + narrower > CLEAR ? Segmentation.Hand.AS_STATED : Segmentation.Hand.UNKNOWN;
  }

  private static int at(List<FingerPosition> fingers, FingerPosition right, FingerPosition left) {
    return Math.max(fingers.indexOf(right), fingers.indexOf(left));
  }
}
