package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.chart.canvas.PlotFile;
import org.ridgeline.chart.comparison.ComparedPrint;
import org.ridgeline.chart.comparison.ComparisonPlot;
import org.ridgeline.chart.comparison.ComparisonWords;
import org.ridgeline.chart.comparison.FeatureWords;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.extract.Extractor;
import org.ridgeline.extract.Limits;
import org.ridgeline.search.compare.Evidence;
import org.ridgeline.search.compare.Explanation;
import org.ridgeline.search.compare.Laying;
import org.ridgeline.search.compare.PhaseComparison;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.search.compare.Share;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compare`: two finger images, and why they score as they do.
@Command(
    name = "compare",
    description = {
      "Compares two finger images and explains the score.",
      "Images only, for now: templates of other systems have no ridges to lay on each other."
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "finger image")
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "finger image to compare it with")
  private Path second;

  @Option(names = "--dpi", paramLabel = "N", description = PrintImages.DPI)
  @Between(least = Limits.RESOLUTION_PPI_MIN, most = Limits.RESOLUTION_PPI_MAX)
  private Optional<Integer> dpi = Optional.empty();

  @Option(
      names = "--explain",
      paramLabel = "OUT.svg|OUT.png",
      description = "draw both prints, one laid on the other, and what makes the score")
  private Optional<Path> picture = Optional.empty();

  @Option(names = "--json", description = "print an object, with all pairs of minutiae")
  private boolean json;

  /// A comparison as JSON.
  /// - **Shape** `upper` was laid on `lower`, both empty where neither could be
  /// - **Unit** positions in pixels at 500 ppi, areas in square millimetres
  record ComparisonJson(
      Optional<String> upper,
      Optional<String> lower,
      float score,
      List<ShareJson> shares,
      Evidence evidence,
      double overlapMm2,
      double grownMm2,
      List<PairJson> pairs) {}

  record ShareJson(String feature, double points) {}

  record PairJson(int upperX, int upperY, int lowerX, int lowerY, double missPx) {}

  @Override
  public Integer call() throws IOException {
    picture.ifPresent(PlotFile::checkName);
    Optional<ComparedPrint> one = read(first);
    Optional<ComparedPrint> other = read(second);
    if (one.isEmpty() || other.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    Explanation explanation =
        new PhaseComparison(Effort.FULL)
            .explain(ReadyPrint.of(one.get().template()), ReadyPrint.of(other.get().template()));
    ComparisonPlot plot = new ComparisonPlot(one.get(), other.get(), explanation);
    if (json) {
      Output.json(json(plot));
    } else {
      print(plot);
    }
    if (picture.isPresent()) {
      plot.write(picture.get());
    }
    return ExitCode.DONE;
  }

  /// A print, or a word on standard error why there is none to compare.
  private Optional<ComparedPrint> read(Path file) throws IOException {
    return PrintImages.read(file, dpi).flatMap(image -> usable(file, image));
  }

  private static Optional<ComparedPrint> usable(Path file, GrayImage image) {
    Template template = Extractor.extract(image);
    if (!Extractor.isUsable(template)) {
      return unusable(
          file,
          "quality %d, %d minutiae".formatted(template.quality(), template.minutiae().size()));
    }
    if (template.ridges().isEmpty()) {
      return unusable(file, "too large an image to keep its ridges");
    }
    return Optional.of(
        new ComparedPrint(file.getFileName().toString(), Optional.of(image), template));
  }

  private static Optional<ComparedPrint> unusable(Path file, String why) {
    System.err.println(file + ": not usable: " + why);
    return Optional.empty();
  }

  private static void print(ComparisonPlot plot) {
    ComparisonWords words = plot.words();
    System.out.println("score " + words.sum().replace('\u2212', '-'));
    if (!words.isLaid()) {
      System.out.println("no way was found to lay one print on the other");
      return;
    }
    System.out.println(plot.upper().name() + " laid on " + plot.lower().name());
    System.out.println(words.overlap() + ", " + words.grown());
    System.out.println(words.minutiae());
    for (Share share : plot.explanation().shares()) {
      System.out.printf(
          Locale.ROOT, "%+8.1f  %s%n", share.points(), FeatureWords.of(share.feature()));
    }
  }

  private static ComparisonJson json(ComparisonPlot plot) {
    Explanation explanation = plot.explanation();
    Optional<Laying> laying = explanation.laying();
    return new ComparisonJson(
        laying.map(_ -> plot.upper().name()),
        laying.map(_ -> plot.lower().name()),
        explanation.score(),
        explanation.shares().stream()
            .map(share ->
                new ShareJson(share.feature().name().toLowerCase(Locale.ROOT), share.points()))
            .toList(),
        explanation.evidence(),
        laying.map(Laying::overlapMm2).orElse(0.0),
        laying.map(Laying::grownMm2).orElse(0.0),
        laying.map(Laying::pairs).orElse(List.of()).stream()
            .map(pair -> pair(plot.upper().template(), plot.lower().template(), pair))
            .toList());
  }

  private static PairJson pair(Template upper, Template lower, Laying.Pair pair) {
    var above = upper.minutiae().get(pair.upper());
    var below = lower.minutiae().get(pair.lower());
    return new PairJson(above.x(), above.y(), below.x(), below.y(), pair.missPx());
  }
}
