package org.ridgeline.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.jurisdiction.Change;
import org.ridgeline.exchange.jurisdiction.Coverage;
import org.ridgeline.exchange.jurisdiction.Filings;
import org.ridgeline.exchange.jurisdiction.JurisdictionRegister;
import org.ridgeline.exchange.jurisdiction.LegalBasis;
import org.ridgeline.exchange.jurisdiction.Period;
import org.ridgeline.exchange.jurisdiction.Readiness;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.JurisdictionCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `jurisdiction`: the register of jurisdictions. What it says; the commands beside change it.
@Command(
    name = "jurisdiction",
    description = "Counties, states and territories: which take part, since when, on what basis.",
    mixinStandardHelpOptions = true,
    subcommands = {
      JurisdictionCommand.All.class,
      JurisdictionCommand.Show.class,
      JurisdictionCommand.Counts.class,
      JurisdictionCommand.Log.class,
      JurisdictionFileCommand.Load.class,
      JurisdictionFileCommand.Write.class,
      JurisdictionReadyCommand.Ready.class,
      JurisdictionReadyCommand.Basis.class,
      JurisdictionReadyCommand.Notice.class,
      JurisdictionWaveCommand.class,
      JurisdictionWaveCommand.Deactivate.class
    })
final class JurisdictionCommand {
  private static LocalDate orToday(Optional<LocalDate> day) {
    return day.orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
  }

  /// Which day is asked of.
  static final class AsOf {
    @Option(names = "--date", paramLabel = "DATE", description = "as of this day (default: today)")
    private Optional<LocalDate> date;

    LocalDate day() {
      return orToday(date);
    }
  }

  /// A jurisdiction as of a day; dates empty where there are none.
  record Line(
      String fips,
      String name,
      String state,
      boolean active,
      String from,
      String to,
      int itemsOpen,
      int agencies) {
    static Line of(JurisdictionRegister.Line line, LocalDate day) {
      return new Line(
          line.jurisdiction().fips().value(),
          line.jurisdiction().name(),
          line.jurisdiction().state(),
          line.isOn(day),
          line.period().map(p -> p.from().toString()).orElse(""),
          line.period().flatMap(Period::to).map(LocalDate::toString).orElse(""),
          line.ready().items() - line.ready().done(),
          line.agencies().all());
    }

    String words() {
      return String.join(
          "  ",
          fips,
          state,
          active ? "active    " : "not active",
          from.isEmpty() ? "never" : from + " to " + (to.isEmpty() ? "open" : to),
          itemsOpen + " items open",
          agencies + " agencies",
          name);
    }
  }

  /// `jurisdiction list`.
  @Command(
      name = "list",
      description = "Prints all jurisdictions as of a day.",
      mixinStandardHelpOptions = true)
  static final class All implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AsOf asOf;

    @Option(
        names = "--json",
        description =
            "a line each: {\"fips\",\"name\",\"state\",\"active\",\"from\",\"to\",\"itemsOpen\","
                + "\"agencies\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        for (var one : opened.get(JurisdictionRegister.class).lines(asOf.day())) {
          Line line = Line.of(one, asOf.day());
          if (json) {
            Output.json(line);
          } else {
            System.out.println(line.words());
          }
        }
      }
      return ExitCode.DONE;
    }
  }

  /// `jurisdiction show`.
  @Command(
      name = "show",
      description = "Prints one jurisdiction: periods, checklist, legal basis, notices, changes.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AsOf asOf;

    @Option(names = "--fips", required = true, description = "its code, 06067, or 06 for a state")
    private String fips;

    @Option(
        names = "--json",
        description =
            "print {\"line\",\"periods\",\"checklist\",\"basis\",\"notices\",\"changes\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Fips code = Fips.of(fips);
      Optional<Whole> whole;
      try (DataOption.Opened opened = data.open()) {
        whole = whole(opened, code, asOf.day());
      }
      if (whole.isEmpty()) {
        System.err.println("ridgeline: " + code + " is not listed: see jurisdiction import");
        return ExitCode.FINDINGS;
      }
      if (json) {
        Output.json(whole.get());
      } else {
        whole.get().print();
      }
      return ExitCode.DONE;
    }

    private static Optional<Whole> whole(DataOption.Opened opened, Fips fips, LocalDate day) {
      JurisdictionRegister register = opened.get(JurisdictionRegister.class);
      Filings filings = opened.get(Filings.class);
      return register
          .of(fips, day)
          .map(line ->
              new Whole(
                  Line.of(line, day),
                  register.periods(fips).stream().map(Show::words).toList(),
                  opened.get(Readiness.class).of(fips).stream().map(ReadinessLine::of).toList(),
                  filings.basis(fips, day).map(Show::words).orElse(""),
                  filings.notices(fips).stream()
                      .map(n -> n.publishedOn() + "  " + n.words())
                      .toList(),
                  register.changes(fips).stream().map(ChangeLine::of).toList()));
    }

    private static String words(Period period) {
      return period + (period.isImported() ? ", imported" : "");
    }

    private static String words(LegalBasis basis) {
      return lower(basis.kind())
          + ", "
          + lower(basis.status())
          + ", from "
          + basis.from()
          + basis.to().map(end -> " to " + end).orElse("")
          + ", "
          + basis.title()
          + ", sha256 "
          + basis.documentSha256();
    }
  }

  /// All of one, texts as they are printed.
  record Whole(
      Line line,
      List<String> periods,
      List<ReadinessLine> checklist,
      String basis,
      List<String> notices,
      List<ChangeLine> changes) {
    void print() {
      System.out.println(line.words());
      periods.forEach(period -> System.out.println("  period  " + period));
      checklist.forEach(item -> System.out.println("  item    " + item.words()));
      System.out.println("  basis   " + (basis.isEmpty() ? "none in force" : basis));
      notices.forEach(notice -> System.out.println("  notice  " + notice));
      changes.forEach(change -> System.out.println("  change  " + change.words()));
    }
  }

  /// A change.
  record ChangeLine(String at, String by, String fips, String name, String what, String why) {
    static ChangeLine of(Change change) {
      return new ChangeLine(
          change.at().toString(),
          change.by(),
          change.of().fips().value(),
          change.of().name(),
          change.what(),
          change.why());
    }

    String words() {
      return String.join("  ", at, by, fips, name + ": " + what + " (" + why + ")");
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// `jurisdiction counts`.
  @Command(
      name = "counts",
      description = "Prints how many jurisdictions, in how many states, are active on a day.",
      mixinStandardHelpOptions = true)
  static final class Counts implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AsOf asOf;

    @Option(names = "--by-state", description = "also how many in each state")
    private boolean byState;

    @Option(
        names = "--json",
        description =
            "print {\"date\",\"jurisdictions\",\"states\",\"territories\",\"byState\":{\"CA\"}}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Coverage coverage;
      SortedMap<String, JurisdictionCount> states = new TreeMap<>();
      try (DataOption.Opened opened = data.open()) {
        JurisdictionRegister register = opened.get(JurisdictionRegister.class);
        coverage = register.coverage(asOf.day());
        if (byState) {
          states.putAll(register.byState(asOf.day()));
        }
      }
      if (json) {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        states.forEach((state, count) -> numbers.put(state, count.count()));
        Output.json(
            new CountLine(
                asOf.day().toString(),
                coverage.jurisdictions().count(),
                coverage.states().count(),
                coverage.territories(),
                numbers));
      } else {
        System.out.println(asOf.day() + ": " + coverage);
        states.forEach((state, count) -> System.out.println("  " + state + "  " + count));
      }
      return ExitCode.DONE;
    }
  }

  /// Counts of a day.
  record CountLine(
      String date,
      int jurisdictions,
      int states,
      int territories,
      SortedMap<String, Integer> byState) {}

  /// `jurisdiction log`.
  @Command(
      name = "log",
      description = "Prints the public list of changes, the latest first.",
      mixinStandardHelpOptions = true)
  static final class Log implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--fips", description = "of this jurisdiction alone")
    private Optional<String> fips;

    @Option(
        names = "--json",
        description = "a line each: {\"at\",\"by\",\"fips\",\"name\",\"what\",\"why\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Optional<Fips> one = fips.map(Fips::of);
      try (DataOption.Opened opened = data.open()) {
        JurisdictionRegister register = opened.get(JurisdictionRegister.class);
        for (Change change : one.map(register::changes).orElseGet(register::changes)) {
          ChangeLine line = ChangeLine.of(change);
          if (json) {
            Output.json(line);
          } else {
            System.out.println(line.words());
          }
        }
      }
      return ExitCode.DONE;
    }
  }
}
