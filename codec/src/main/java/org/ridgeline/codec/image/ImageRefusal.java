package org.ridgeline.codec.image;

import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Ends the reading of one image from deep inside it. It never leaves this package: the decoders
/// turn it into [ImageDecoded.Undecodable], so that callers see bad input as a value.
final class ImageRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  ImageRefusal(FindingCode code, long offset, String expected, String found) {
    super(null, null, false, false);
    this.finding = finding(Severity.ERROR, code, offset, expected, found);
  }

  Finding finding() {
    return finding;
  }

  static Finding finding(
      Severity severity, FindingCode code, long offset, String expected, String found) {
    return new Finding(severity, code, "", "", offset, expected, found, "");
  }

  /// What is odd about bytes that can be read all the same.
  static Finding warning(long offset, String expected, String found) {
    return finding(Severity.WARNING, FindingCode.IMAGE_UNREADABLE, offset, expected, found);
  }

  static ImageRefusal unreadable(long offset, String expected, String found) {
    return new ImageRefusal(FindingCode.IMAGE_UNREADABLE, offset, expected, found);
  }

  static ImageRefusal tooLarge(long offset, int widthPx, int heightPx, long bytes) {
    return new ImageRefusal(
        FindingCode.IMAGE_TOO_LARGE,
        offset,
        "a size within the limits for " + bytes + " bytes",
        widthPx + "x" + heightPx);
  }
}
