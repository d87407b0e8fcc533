package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ridgeline.bench.Progress;

/// What a print looks like, as far as simple statistics say.
/// - **Shape** `region`: empty where the image could not be read or shows no print
record PrintLook(Print print, Optional<PrintRegion> region) {
  /// Reads the images once more, on all cores; in the same order.
  static List<PrintLook> of(List<Print> prints, Progress progress) throws IOException {
    AtomicInteger done = new AtomicInteger();
    try {
      return prints.parallelStream()
          .map(print -> {
            PrintLook look =
                new PrintLook(print, PrintImage.of(print.file()).image().flatMap(PrintRegion::of));
            progress.at("images", done.incrementAndGet(), prints.size());
            return look;
          })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
