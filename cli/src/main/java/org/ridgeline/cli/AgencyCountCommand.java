package org.ridgeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.completeness.BookingCount;
import org.ridgeline.exchange.completeness.BookingCountFile;
import org.ridgeline.exchange.completeness.BookingCounts;
import org.ridgeline.exchange.completeness.Completeness;
import org.ridgeline.exchange.completeness.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `agency tell-bookings`, `agency completeness`.
final class AgencyCountCommand {
  private AgencyCountCommand() {}

  /// `agency tell-bookings`.
  @Command(
      name = "tell-bookings",
      description =
          "Takes a CSV file of how many people agencies booked in a week, by their own books: all"
              + " of it or nothing. Of one week what is told last counts.",
      mixinStandardHelpOptions = true)
  static final class Tell implements Callable<Integer> {
    @Mixin private DataOption data;

    @Parameters(
        paramLabel = "FILE",
        description = "UTF-8, first line ori,week,bookings; a week is its Monday, 2026-11-30")
    private Path file;

    @Option(names = "--json", description = "print {\"told\",\"same\"}")
    private boolean json;

    /// How many counts were new, and how many stood there.
    record Told(int told, int same) {}

    @Override
    public Integer call() throws Exception {
      long size = Files.size(file);
      if (size > Limits.BOOKING_COUNT_FILE_BYTES_MAX) {
        throw new IllegalArgumentException(
            "bytes=" + size + " limit=0.." + Limits.BOOKING_COUNT_FILE_BYTES_MAX);
      }
      Told result;
      try (DataOption.Opened opened = data.open()) {
        List<BookingCount> counts = BookingCountFile.read(Files.readAllBytes(file));
        int told = opened.get(BookingCounts.class).ofFile(counts, Administrator.local());
        result = new Told(told, counts.size() - told);
      }
      if (json) {
        Output.json(result);
      } else {
        System.out.println(result.told() + " counts told, " + result.same() + " stood there");
      }
      return ExitCode.DONE;
    }
  }

  /// `agency completeness`.
  @Command(
      name = "completeness",
      description =
          "Prints each agency's own count of bookings against what came, over the last weeks; exit"
              + " 1 where bookings are missing.",
      mixinStandardHelpOptions = true)
  static final class Whole implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(
        names = "--json",
        description =
            "a line each: {\"ori\",\"name\",\"weeks\",\"toldWeeks\",\"booked\",\"taken\","
                + "\"standing\"}")
    private boolean json;

    /// An agency's line.
    record Line(
        String ori,
        String name,
        int weeks,
        int toldWeeks,
        int booked,
        int taken,
        Standing standing) {
      static Line of(Completeness.AgencyLine line) {
        return new Line(
            line.ori(),
            line.name(),
            line.weeks(),
            line.toldWeeks(),
            line.booked(),
            line.taken(),
            line.standing());
      }

      String words() {
        return ori
            + "  told "
            + toldWeeks
            + " of "
            + weeks
            + " weeks, booked "
            + booked
            + ", came "
            + taken
            + ": "
            + standing.words()
            + "  "
            + name;
      }
    }

    @Override
    public Integer call() throws Exception {
      List<Line> lines;
      try (DataOption.Opened opened = data.open()) {
        lines = opened.get(Completeness.class).agencies().stream().map(Line::of).toList();
      }
      for (Line line : lines) {
        if (json) {
          Output.json(line);
        } else {
          System.out.println(line.words());
        }
      }
      boolean hasGap = lines.stream().anyMatch(line -> line.standing() == Standing.GAP);
      return hasGap ? ExitCode.FINDINGS : ExitCode.DONE;
    }
  }
}
