package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ridgeline.bench.Progress;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.vocabulary.GrayImage;

/// What a print looks like, as far as simple statistics say.
/// - **Shape** `region`: empty where the image could not be read or shows no print
record PrintLook(Print print, Optional<PrintRegion> region) {
  /// Reads the images once more, on all cores; in the same order.
  static List<PrintLook> of(List<Print> prints, Progress progress) throws IOException {
    AtomicInteger done = new AtomicInteger();
    try {
      return prints.parallelStream()
          .map(print -> {
            PrintLook look = new PrintLook(print, image(print.file()).flatMap(PrintRegion::of));
            progress.at("images", done.incrementAndGet(), prints.size());
            return look;
          })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Optional<GrayImage> image(PrintFile file) {
    byte[] data;
    try {
      data = Files.readAllBytes(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ImageHints hints = new ImageHints(0, 0, file.resolutionPpi());
    return ImageFormat.detect(data)
        .map(format -> ImageDecoder.decode(format, data, hints))
        .flatMap(decoded ->
            switch (decoded) {
              case ImageDecoded.Decoded(var image, var _) ->
                  Optional.of(image.withResolutionPpi(file.resolutionPpi()));
              case ImageDecoded.Undecodable _ -> Optional.empty();
            });
  }
}
