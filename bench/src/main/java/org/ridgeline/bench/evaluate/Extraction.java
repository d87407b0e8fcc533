package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ridgeline.bench.Progress;
import org.ridgeline.extract.Extractor;
import org.ridgeline.vocabulary.Template;

/// Images to templates, on all cores. A print that gives no usable template stays, without one.
final class Extraction {
  private Extraction() {}

  /// Extracts, in the same order.
  static List<Print> of(List<PrintFile> files, Progress progress) throws IOException {
    AtomicInteger done = new AtomicInteger();
    try {
      return files.parallelStream()
          .map(file -> {
            Print print = print(file);
            progress.at("prints", done.incrementAndGet(), files.size());
            return print;
          })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Print print(PrintFile file) {
    PrintImage read = PrintImage.of(file);
    Optional<Template> template = read.image().map(Extractor::extract).filter(Extractor::isUsable);
    return new Print(file, template, read.refused(), read.disputed());
  }
}
