package org.ridgeline.cli.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ridgeline.bench.evaluate.MissKind;
import org.ridgeline.bench.evaluate.MissReport;
import org.ridgeline.cli.terminal.Output;

/// Lists of misses: a file of all pairs, CSV (RFC 4180) or JSON by its name, and a table of kinds.
final class MissFile {
  private static final String COLUMNS =
      "engine,set,pair,kind,score,threshold,overlapMm2,probe,reference,probeQuality"
          + ",referenceQuality,probeMinutiae,referenceMinutiae,probeAreaMm2,referenceAreaMm2"
          + ",probeDark,referenceDark,probeLight,referenceLight";

  private MissFile() {}

  /// Refuses a file name that ends in neither .csv nor .json: IllegalArgumentException.
  static void checkName(Path file) {
    if (!hasExtension(file, ".csv") && !hasExtension(file, ".json")) {
      throw new IllegalArgumentException("misses=" + file + " expected a name in .csv or .json");
    }
  }

  private static boolean hasExtension(Path file, String extension) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }

  static void write(MissReport report, Path file) throws IOException {
    if (hasExtension(file, ".json")) {
      Files.writeString(file, Output.mapper().writeValueAsString(report) + "\n");
    } else {
      List<String> lines = new ArrayList<>(List.of(COLUMNS));
      report.pairs().forEach(pair -> lines.add(line(pair)));
      Files.write(file, lines);
    }
  }

  private static String line(MissReport.Pair pair) {
    MissReport.Side probe = pair.probe();
    MissReport.Side reference = pair.reference();
    return String.join(
        ",",
        quoted(pair.engine()),
        quoted(pair.set()),
        pair.genuine() ? "genuine" : "impostor",
        pair.scored().kind().map(MissKind::label).orElse(""),
        number(pair.scored().score(), 3),
        number(OptionalDouble.of(pair.scored().threshold()), 3),
        number(pair.scored().overlapMm2(), 1),
        quoted(probe.file()),
        quoted(reference.file()),
        number(probe.quality()),
        number(reference.quality()),
        number(probe.minutiae()),
        number(reference.minutiae()),
        number(probe.areaMm2(), 1),
        number(reference.areaMm2(), 1),
        number(probe.dark(), 3),
        number(reference.dark(), 3),
        number(probe.light(), 3),
        number(reference.light(), 3));
  }

  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
  }

  private static String number(OptionalDouble number, int places) {
    return number.isPresent()
        ? String.format(Locale.ROOT, "%." + places + "f", number.getAsDouble())
        : "";
  }

  /// Prints how many missed pairs are of each kind, and how many of all genuine pairs.
  static void print(MissReport report) {
    System.out.println(
        "missed genuine pairs by what is striking, of all such pairs, at each set's FMR "
            + report.fmr());
    String kinds =
        Arrays.stream(MissKind.values())
            .map(kind -> "%-12s".formatted(kind.label()))
            .collect(Collectors.joining());
    System.out.printf("  %-12s %-20s %-12s %s%n", "engine", "set", "missed", kinds.strip());
    for (MissReport.OfSet set : report.sets()) {
      String counts =
          set.kinds().stream()
              .map(kind -> "%-12s".formatted(kind.nonMatches() + "/" + kind.genuinePairs()))
              .collect(Collectors.joining());
      System.out.printf(
          "  %-12s %-20s %-12s %s%n",
          set.engine(), set.set(), set.nonMatches() + "/" + set.genuinePairs(), counts.strip());
    }
    System.out.println("  " + report.rule());
  }
}
