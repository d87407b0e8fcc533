package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.extract.Limits;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// A print's file as pixels, at the resolution that its folder was given, else its own.
/// - **Shape** one of both: `image`, or `refused`, why it could not be read
record PrintImage(Optional<GrayImage> image, Optional<FindingCode> refused) {
  /// Reads a file.
  /// - **Error** disk trouble: UncheckedIOException
  static PrintImage of(PrintFile file) {
    byte[] data = bytes(file);
    ImageHints hints = new ImageHints(0, 0, file.resolutionPpi());
    return ImageFormat.detect(data)
        .map(format -> of(ImageDecoder.decode(format, data, hints)))
        .orElseGet(() -> refused(FindingCode.IMAGE_UNSUPPORTED));
  }

  private static byte[] bytes(PrintFile file) {
    try {
      return Files.readAllBytes(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintImage of(ImageDecoded decoded) {
    return switch (decoded) {
      case ImageDecoded.Decoded(var image, var _) when isExtractable(image) ->
          new PrintImage(Optional.of(image), Optional.empty());
      case ImageDecoded.Decoded _ -> refused(FindingCode.FIELD_RANGE);
      case ImageDecoded.Undecodable(var finding) -> refused(finding.code());
    };
  }

  private static boolean isExtractable(GrayImage image) {
    return image.resolutionPpi() >= Limits.RESOLUTION_PPI_MIN
        && image.resolutionPpi() <= Limits.RESOLUTION_PPI_MAX;
  }

  private static PrintImage refused(FindingCode code) {
    return new PrintImage(Optional.empty(), Optional.of(code));
  }
}
