package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.extract.Limits;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Severity;

/// Pixels of a transaction's prints, or findings why there are none. Unreadable images are warnings
/// here: what counts is how many fingers are left.
final class PrintPixels {
  private PrintPixels() {}

  /// The pixels of a source to extract from: the whole image or the finger's part of it.
  static Optional<GrayImage> of(FingerSource source, List<Finding> findings) {
    return whole(source.image(), findings).flatMap(image -> cut(image, source, findings));
  }

  /// A whole image to extract from, at its stated resolution. One whose record and file state two
  /// is left out: at another scale a print is somebody else's, and nobody knows which is its own.
  static Optional<GrayImage> whole(FingerImage carrier, List<Finding> findings) {
    List<Finding> found = new ArrayList<>();
    Optional<GrayImage> image = shown(carrier, found);
    Optional<Finding> disputed =
        found.stream().filter(f -> f.code() == FindingCode.RESOLUTION_DISAGREES).findFirst();
    if (disputed.isEmpty()) {
      findings.addAll(found);
      return image;
    }
    String expected = "one resolution of a print that is searched or enrolled";
    String both = carrier.resolutionPpi() + " ppi in the record, " + disputed.get().found();
    findings.add(at(carrier, disputed.get().code(), expected, both + ": not used"));
    return Optional.empty();
  }

  /// A whole image to be looked at, at its record's resolution.
  static Optional<GrayImage> shown(FingerImage carrier, List<Finding> findings) {
    int ppi = carrier.resolutionPpi();
    if (!Limits.takes(ppi)) {
      String expected =
          "a resolution of "
              + Limits.RESOLUTION_PPI_MIN
              + ".."
              + Limits.RESOLUTION_PPI_MAX
              + " ppi, alike in both directions";
      String found = ppi == 0 ? "none in the record" : ppi + " ppi";
      findings.add(at(carrier, FindingCode.FIELD_RANGE, expected, found));
      return Optional.empty();
    }
    byte[] data = carrier.data();
    ImageHints hints =
        new ImageHints(carrier.hll(), carrier.vll(), ppi, PrintSize.pixelsMax(carrier));
    return switch (ImageDecoder.decode(format(carrier.cga(), data), data, hints)) {
      case ImageDecoded.Decoded(var image, var found) -> {
        found.forEach(f -> findings.add(placed(f, carrier)));
        yield Optional.of(image);
      }
      case ImageDecoded.Undecodable undecodable -> {
        findings.add(placed(undecodable.finding(), carrier));
        yield Optional.empty();
      }
    };
  }

  /// How an image is to be decoded: with loss or without, its bytes say better than its record.
  private static ImageFormat format(Cga cga, byte[] data) {
    return switch (cga) {
      case NONE -> ImageFormat.RAW;
      case WSQ20 -> ImageFormat.WSQ;
      case JPEGB, JPEGL ->
          ImageFormat.detect(data)
              .filter(format -> format == ImageFormat.JPEG_LOSSLESS)
              .orElse(ImageFormat.JPEG);
      case JP2, JP2L -> ImageFormat.JPEG2000;
      case PNG -> ImageFormat.PNG;
    };
  }

  /// A source's part of its image.
  static Optional<GrayImage> cut(GrayImage image, FingerSource source, List<Finding> findings) {
    if (source.box().isEmpty()) {
      return Optional.of(image);
    }
    FingerSource.Box box = source.box().get().ordered();
    if (!box.isInside(image)) {
      String expected = "SEG box inside " + image.widthPx() + "x" + image.heightPx();
      findings.add(at(source.image(), FindingCode.FIELD_RANGE, expected, box.toString()));
      return Optional.empty();
    }
    int width = box.right() - box.left() + 1;
    int height = box.bottom() - box.top() + 1;
    int most = PrintSize.fingerPixelsMax(source.image());
    if ((long) width * height > most) {
      String expected = "at most " + most + " pixels of one finger";
      String found = width + "x" + height;
      findings.add(at(source.image(), FindingCode.IMAGE_TOO_LARGE, expected, found));
      return Optional.empty();
    }
    byte[] all = image.pixels();
    byte[] out = new byte[width * height];
    for (int y = 0; y < height; y++) {
      int from = (box.top() + y) * image.widthPx() + box.left();
      System.arraycopy(all, from, out, y * width, width);
    }
    return Optional.of(GrayImage.of(width, height, image.resolutionPpi(), out));
  }

  private static Finding placed(Finding finding, FingerImage carrier) {
    return new Finding(
        Severity.WARNING,
        finding.code(),
        carrier.record(),
        finding.field(),
        carrier.offset(),
        finding.expected(),
        finding.found(),
        finding.clause());
  }

  /// A warning at an image's record.
  static Finding at(FingerImage image, FindingCode code, String expected, String found) {
    return new Finding(
        Severity.WARNING, code, image.record(), "", image.offset(), expected, found, "");
  }
}
