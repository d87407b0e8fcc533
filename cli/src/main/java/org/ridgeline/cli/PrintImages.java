package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.extract.Limits;
import org.ridgeline.rest.FindingJson;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.GrayImage;

/// Finger images named on the command line, as pixels; what is odd or wrong goes to standard error.
final class PrintImages {
  /// What `--dpi` says of itself, wherever images are read.
  static final String DPI =
      "resolution of the images (default: what each file states, but 72 and 96; else 500)";

  private PrintImages() {}

  /// The image at the resolution that holds; empty, and said why, where it is none to extract from.
  static Optional<GrayImage> read(Path file, Optional<Integer> dpi) throws IOException {
    byte[] data = Files.readAllBytes(file);
    Optional<ImageFormat> format = ImageFormat.detect(data);
    if (format.isEmpty()) {
      return refused(file, "not a known image");
    }
    return switch (ImageDecoder.decode(format.get(), data, new ImageHints(0, 0, dpi.orElse(0)))) {
      case ImageDecoded.Decoded(var image, var findings) -> {
        findings.forEach(finding -> say(file, finding));
        yield extractable(file, image);
      }
      case ImageDecoded.Undecodable(var finding) -> refused(file, line(finding));
    };
  }

  private static Optional<GrayImage> extractable(Path file, GrayImage image) {
    int ppi = image.resolutionPpi();
    if (Limits.takes(ppi)) {
      return Optional.of(image);
    }
    return refused(
        file,
        "it states "
            + ppi
            + " ppi, expected "
            + Limits.RESOLUTION_PPI_MIN
            + ".."
            + Limits.RESOLUTION_PPI_MAX
            + "; --dpi says it otherwise");
  }

  private static Optional<GrayImage> refused(Path file, String why) {
    System.err.println(file + ": not usable: " + why);
    return Optional.empty();
  }

  /// A finding about a file, on a line of standard error.
  static void say(Path file, Finding finding) {
    System.err.println(file + ": " + line(finding));
  }

  private static String line(Finding finding) {
    return FindingLine.of(Output.mapper().valueToTree(FindingJson.of(finding)));
  }
}
