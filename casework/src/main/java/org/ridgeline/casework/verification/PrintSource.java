package org.ridgeline.casework.verification;

import java.util.List;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// Where the prints of a pair come from.
@FunctionalInterface
public interface PrintSource {
  /// The fingers that both cards have, probe first. None where a card cannot be read or they share
  /// no finger.
  List<FingerPair> read(Pair pair);

  /// Both prints of a finger.
  record FingerPair(FingerPosition finger, Print first, Print second) {}

  /// One print as it is shown: bare pixels, and minutiae at their places in them.
  /// - **Shape** `png` without any chunk but header, pixels and end; `template` of the same size
  record Print(byte[] png, Template template) {
    public Print {
      png = png.clone();
    }

    @Override
    public byte[] png() {
      return png.clone();
    }
  }
}
