package org.ridgeline.codec.image;

import java.util.List;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.GrayImage;

/// What decoding an image gives: pixels, or the reason why not.
/// - **Shape** findings carry no record or field (the caller knows them), and byte offsets from the
///   start of the image's data
/// - **Source** our own; what there is to decode: ANSI/NIST-ITL 1-2011, 7.7.9
public sealed interface ImageDecoded {

  /// The pixels; what was odd about the bytes is in `findings`, warnings only.
  record Decoded(GrayImage image, List<Finding> findings) implements ImageDecoded {
    public Decoded {
      findings = List.copyOf(findings);
    }
  }

  /// No pixels, for this reason.
  record Undecodable(Finding finding) implements ImageDecoded {}
}
