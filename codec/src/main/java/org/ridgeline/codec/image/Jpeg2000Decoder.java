package org.ridgeline.codec.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.jpeg2000.Jpeg2000File;
import org.ridgeline.codec.jpeg2000.Jpeg2000Refusal;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Holds JPEG 2000 files to the limits of all images, and makes findings of what is odd about them;
/// package [org.ridgeline.codec.jpeg2000] reads them.
/// - **Limit** [ImageLimits]; [ImageLimits#JPEG2000_MEMORY_BYTES_PER_SAMPLE_MAX] bytes of memory a
///   sample and [ImageLimits#JPEG2000_MEMORY_BYTES_PER_BYTE_MAX] a byte of the file
final class Jpeg2000Decoder {
  private Jpeg2000Decoder() {}

  static DecodedPixels pixels(byte[] data, int pixelsMax) throws ImageRefusal {
    try {
      Jpeg2000File file = Jpeg2000File.open(data);
      int width = file.widthPx();
      int height = file.heightPx();
      int place = file.codeStreamOffset();
      int most = ImageLimits.JPEG2000_PIXELS_PER_BYTE_MAX;
      if (!ImageLimits.isAllowed(width, height, data.length, most)) {
        throw ImageRefusal.tooLarge(place, width, height, data.length);
      }
      ImageLimits.checkNeeded(place, width, height, pixelsMax);
      Jpeg2000File.Pixels pixels = file.pixels();
      return DecodedPixels.of(
          width,
          height,
          pixels.grey(),
          resolution(file).stream().toList(),
          findings(file, pixels, data.length));
    } catch (Jpeg2000Refusal refusal) {
      throw new ImageRefusal(refusal.code(), refusal.offset(), refusal.expected(), refusal.found());
    }
  }

  /// What the boxes state; nothing of bytes that are no such file.
  static Optional<StatedResolution> resolution(byte[] data) {
    try {
      return resolution(Jpeg2000File.open(data));
    } catch (Jpeg2000Refusal refusal) {
      return Optional.empty();
    }
  }

  private static Optional<StatedResolution> resolution(Jpeg2000File file) {
    return file.density()
        .flatMap(stated -> StatedResolution.stated(stated.xPpi(), stated.yPpi(), "JP2 res"));
  }

  private static List<Finding> findings(Jpeg2000File file, Jpeg2000File.Pixels pixels, int bytes) {
    List<Finding> findings = new ArrayList<>();
    if (!pixels.isEnded()) {
      findings.add(
          ImageRefusal.warning(bytes, "an end of code stream (FFD9)", "the end of the data"));
    }
    if (file.isConverted()) {
      findings.add(
          Finding.of(Severity.WARNING, FindingCode.IMAGE_CONVERTED, "8-bit grey", file.levels()));
    }
    return findings;
  }
}
