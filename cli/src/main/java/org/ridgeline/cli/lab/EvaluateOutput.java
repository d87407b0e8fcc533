package org.ridgeline.cli.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.bench.evaluate.Comparer;
import org.ridgeline.bench.evaluate.Comparers;
import org.ridgeline.bench.evaluate.PrintFolder;
import org.ridgeline.bench.plot.DetPlot;
import org.ridgeline.bench.statistics.Difference;
import org.ridgeline.chart.canvas.PlotFile;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.extract.Limits;
import picocli.CommandLine.Option;

/// What both evaluations take and how they end: folders of prints, reports by engine, a plot.
final class EvaluateOutput {
  @Option(
      names = "--dpi",
      paramLabel = "N",
      description =
          "resolution of folders without @DPI (default: what each file states, but 72 and 96;"
              + " else 500)")
  @Between(least = Limits.RESOLUTION_PPI_MIN, most = Limits.RESOLUTION_PPI_MAX)
  private Optional<Integer> dpi = Optional.empty();

  @Option(names = "--plot", paramLabel = "FILE", description = "draw the DET: .svg or .png")
  private Optional<Path> plot = Optional.empty();

  @Option(names = "--json", description = "print one JSON object, a key per engine")
  private boolean json;

  /// Whether standard output is for one JSON object alone.
  boolean isJson() {
    return json;
  }

  /// Refuses what could not be written in the end, before the work.
  void check() {
    plot.ifPresent(PlotFile::checkName);
  }

  List<PrintFolder> folders(List<String> names) throws IOException {
    return folders(names, dpi);
  }

  /// Lists folders, those without their own resolution at the one that was told.
  static List<PrintFolder> folders(List<String> names, Optional<Integer> dpi) throws IOException {
    List<PrintFolder> folders = new ArrayList<>();
    for (String name : names) {
      folders.add(PrintFolder.list(PrintSet.of(name, dpi.orElse(0))));
    }
    return folders;
  }

  /// The engines of these names, all without any.
  /// - **Error** no such engine: IllegalArgumentException
  static List<Comparer> chosen(Set<String> engines) {
    List<String> known = Comparers.standard().stream().map(Comparer::name).toList();
    for (String engine : engines) {
      if (!known.contains(engine)) {
        throw new IllegalArgumentException("engine=" + engine + " expected one of " + known);
      }
    }
    return Comparers.standard().stream()
        .filter(engine -> engines.isEmpty() || engines.contains(engine.name()))
        .toList();
  }

  /// Says which images could not be read.
  static void name(List<String> refused) {
    refused.forEach(line -> System.err.println("not read: " + line));
  }

  /// Says where scales are in doubt.
  static void tell(List<String> disputed) {
    disputed.forEach(System.err::println);
  }

  /// Prints reports, as one JSON object or by the printer, and draws the plot that was asked for.
  <R> void write(Map<String, R> reports, BiConsumer<String, R> printer, Supplier<DetPlot> det)
      throws IOException {
    if (json) {
      Output.json(reports);
    } else {
      reports.forEach(printer);
    }
    if (plot.isPresent()) {
      det.get().write(plot.get());
    }
  }

  /// A rate and its bounds in a table.
  static String percent(double rate, double low, double high) {
    return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", 100 * rate, 100 * low, 100 * high);
  }

  /// A difference of rates and its bounds in a table.
  static String points(Difference of) {
    return String.format(
        Locale.ROOT,
        "%+.2f (%+.2f..%+.2f)",
        100 * of.difference(),
        100 * of.low(),
        100 * of.high());
  }
}
