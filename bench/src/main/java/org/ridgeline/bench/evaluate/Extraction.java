package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ridgeline.bench.Progress;
import org.ridgeline.bench.peer.SourceAfisExtractor;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.extract.Extractor;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;
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
    byte[] data;
    try {
      data = Files.readAllBytes(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Optional<ImageFormat> format = ImageFormat.detect(data);
    if (format.isEmpty()) {
      return new Print(file, Optional.empty(), Optional.of(FindingCode.IMAGE_UNSUPPORTED));
    }
    ImageHints hints = new ImageHints(0, 0, file.resolutionPpi());
    return switch (ImageDecoder.decode(format.get(), data, hints)) {
      case ImageDecoded.Decoded(var image, var _) ->
          print(file, image.withResolutionPpi(file.resolutionPpi()));
      case ImageDecoded.Undecodable(var finding) ->
          new Print(file, Optional.empty(), Optional.of(finding.code()));
    };
  }

  private static Print print(PrintFile file, GrayImage image) {
    Optional<Template> ours = Optional.of(Extractor.extract(image)).filter(Extractor::isUsable);
    Optional<Template> peers =
        Optional.of(SourceAfisExtractor.extract(image)).filter(t -> !t.minutiae().isEmpty());
    return new Print(file, ours, peers, Optional.empty());
  }
}
