package org.ridgeline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.extract.Extractor;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.refine.MinutiaeComparison;
import org.ridgeline.search.refine.ReadyMinutiae;
import org.ridgeline.vocabulary.Template;

/// Scores of genuine and impostor finger pairs in bands, and the log-likelihood ratio of each band:
/// what the table of compared minutiae can be held against on real prints.
///
/// Every usable print is compared with every other. Two files are of one finger when folder and
/// name up to the last underscore agree (`FINGER_IMPRESSION.ext`).
public final class FusionBench {
  private static final int[] BANDS = {
    -1000, -40, -20, -10, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 140, 160, 200, 300
  };

  private FusionBench() {}

  /// One band of scores.
  /// - **Shape** `from`: lowest score in it, as [MinutiaeComparison] gives it; the band ends where
  ///   the next begins
  /// - **Unit** `ratioBits`: log2 of the bands' shares, half a pair added to each count
  public record Band(int from, long impostorPairs, long genuinePairs, double ratioBits) {}

  /// What a run measured.
  public record Result(int prints, int unusable, long impostors, long genuine, List<Band> bands) {}

  private record Print(String finger, ReadyMinutiae minutiae) {}

  /// Compares all prints of all sets.
  public static Result run(List<PrintSet> sets) throws IOException {
    List<Print> prints = new ArrayList<>();
    int files = 0;
    for (PrintSet set : sets) {
      try (Stream<Path> all = Files.list(set.folder())) {
        for (Path file : all.sorted().toList()) {
          Optional<ImageFormat> format = ImageFormat.detect(Files.readAllBytes(file));
          if (format.isPresent()) {
            files++;
            print(file, format.get(), set).ifPresent(prints::add);
          }
        }
      }
    }
    return compare(prints, files - prints.size());
  }

  private static Optional<Print> print(Path file, ImageFormat format, PrintSet set)
      throws IOException {
    ImageHints hints = new ImageHints(0, 0, set.resolutionPpi());
    if (ImageDecoder.decode(format, Files.readAllBytes(file), hints)
        instanceof ImageDecoded.Decoded(var image, var _)) {
      Template template = Extractor.extract(image.withResolutionPpi(set.resolutionPpi()));
      if (Extractor.isUsable(template)) {
        String name = file.getFileName().toString();
        int end = Math.max(name.lastIndexOf('_'), 1);
        return Optional.of(
            new Print(
                set.folder() + "/" + name.substring(0, end),
                ReadyMinutiae.of(PackedMinutiae.pack(template))));
      }
    }
    return Optional.empty();
  }

  private static Result compare(List<Print> prints, int unusable) {
    long[][] counts =
        IntStream.range(0, prints.size())
            .parallel()
            .mapToObj(i -> countsOf(prints, i))
            .reduce(new long[2][BANDS.length], FusionBench::sum);
    long impostors = IntStream.range(0, BANDS.length).mapToLong(i -> counts[0][i]).sum();
    long genuine = IntStream.range(0, BANDS.length).mapToLong(i -> counts[1][i]).sum();
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < BANDS.length; i++) {
      double ratio = (counts[1][i] + 0.5) / genuine / ((counts[0][i] + 0.5) / impostors);
      double bits = Math.round(Math.log(ratio) / Math.log(2) * 100) / 100.0;
      bands.add(new Band(BANDS[i], counts[0][i], counts[1][i], bits));
    }
    return new Result(prints.size(), unusable, impostors, genuine, bands);
  }

  private static long[][] countsOf(List<Print> prints, int probe) {
    long[][] counts = new long[2][BANDS.length];
    MinutiaeComparison comparison = new MinutiaeComparison();
    Print one = prints.get(probe);
    for (Print other : prints.subList(probe + 1, prints.size())) {
      boolean genuine = other.finger().equals(one.finger());
      int score = comparison.compare(one.minutiae(), other.minutiae());
      counts[genuine ? 1 : 0][band(score)]++;
    }
    return counts;
  }

  private static int band(int score) {
    int band = 0;
    while (band + 1 < BANDS.length && score >= BANDS[band + 1]) {
      band++;
    }
    return band;
  }

  private static long[][] sum(long[][] one, long[][] other) {
    long[][] sum = new long[2][BANDS.length];
    for (int i = 0; i < BANDS.length; i++) {
      sum[0][i] = one[0][i] + other[0][i];
      sum[1][i] = one[1][i] + other[1][i];
    }
    return sum;
  }
}
