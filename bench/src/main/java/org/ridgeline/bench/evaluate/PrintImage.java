package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.extract.Limits;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Severity;

/// A print's file as pixels, at the resolution that its folder was given, else its own.
/// - **Shape** one of both: `image`, or `refused`, why it could not be read; `disputed`: what the
///   file states of its resolution against that
record PrintImage(
    Optional<GrayImage> image, Optional<Finding> refused, Optional<Finding> disputed) {
  /// Reads a file.
  /// - **Error** disk trouble: UncheckedIOException
  static PrintImage of(PrintFile file) {
    byte[] data = bytes(file);
    ImageHints hints = new ImageHints(0, 0, file.resolutionPpi());
    return ImageFormat.detect(data)
        .map(format -> of(ImageDecoder.decode(format, data, hints)))
        .orElseGet(() -> refused(FindingCode.IMAGE_UNSUPPORTED, "a known image", "another file"));
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
      case ImageDecoded.Decoded(var image, var odd) when Limits.takes(image.resolutionPpi()) ->
          new PrintImage(Optional.of(image), Optional.empty(), disputed(odd));
      case ImageDecoded.Decoded(var image, var _) ->
          refused(
              FindingCode.FIELD_RANGE,
              Limits.RESOLUTION_PPI_MIN + ".." + Limits.RESOLUTION_PPI_MAX + " ppi",
              image.resolutionPpi() + " ppi");
      case ImageDecoded.Undecodable(var finding) ->
          new PrintImage(Optional.empty(), Optional.of(finding), Optional.empty());
    };
  }

  private static Optional<Finding> disputed(List<Finding> odd) {
    return odd.stream()
        .filter(finding -> finding.code() == FindingCode.RESOLUTION_DISAGREES)
        .findFirst();
  }

  private static PrintImage refused(FindingCode code, String expected, String found) {
    Finding finding = Finding.of(Severity.ERROR, code, expected, found);
    return new PrintImage(Optional.empty(), Optional.of(finding), Optional.empty());
  }
}
