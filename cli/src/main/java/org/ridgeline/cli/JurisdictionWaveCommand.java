package org.ridgeline.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.jurisdiction.Deactivations;
import org.ridgeline.exchange.jurisdiction.PublicNotice;
import org.ridgeline.exchange.jurisdiction.Readiness;
import org.ridgeline.exchange.jurisdiction.Waves;
import org.ridgeline.exchange.jurisdiction.Waves.Carried;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.Ori;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `jurisdiction wave`, `jurisdiction deactivate`: where jurisdictions begin and end.
@Command(
    name = "wave",
    description = "Jurisdictions that begin on one day, with all their agencies.",
    mixinStandardHelpOptions = true,
    subcommands = {
      JurisdictionWaveCommand.Plan.class,
      JurisdictionWaveCommand.Activate.class,
      JurisdictionWaveCommand.All.class
    })
final class JurisdictionWaveCommand {
  /// `jurisdiction wave plan`.
  @Command(
      name = "plan",
      description =
          "Plans a wave, or plans one anew that is not carried out; says what is missing yet.",
      mixinStandardHelpOptions = true)
  static final class Plan implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--name", required = true, description = "the wave's name")
    private String name;

    @Option(
        names = "--day",
        required = true,
        paramLabel = "DATE",
        description = "first day of all: today (UTC) or later")
    private LocalDate day;

    @Option(
        names = "--fips",
        required = true,
        split = ",",
        paramLabel = "CODE",
        description = "its jurisdictions, 06067,06045")
    private List<String> codes = List.of();

    @Option(names = "--notice", required = true, description = "the public notice, or its address")
    private String notice;

    @Option(
        names = "--published",
        required = true,
        paramLabel = "DATE",
        description = "when that was published")
    private LocalDate published;

    @Option(
        names = "--json",
        description = "print {\"name\",\"missing\":[{\"fips\",\"item\",\"says\"}]}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      SortedSet<Fips> members = new TreeSet<>(codes.stream().map(Fips::of).toList());
      var plan = new Waves.Plan(name, day, members, new PublicNotice(notice, published));
      List<Readiness.Missing> missing;
      try (DataOption.Opened opened = data.open()) {
        Waves waves = opened.get(Waves.class);
        waves.plan(plan, Administrator.local());
        missing = waves.missing(waves.of(plan.name()).orElseThrow());
      }
      if (json) {
        Output.json(new Lacking(plan.name(), lines(missing)));
      } else {
        System.out.println(
            "wave " + plan.name() + " is planned for " + day + ", missing: " + missing.size());
        lines(missing).forEach(line -> System.out.println("  " + line.words()));
      }
      return ExitCode.DONE;
    }
  }

  /// What is missing of a wave.
  record Lacking(String name, List<MissingLine> missing) {}

  /// An item that is missing.
  record MissingLine(String fips, String item, String says) {
    String words() {
      return fips + "  " + item + ": " + says;
    }
  }

  private static List<MissingLine> lines(List<Readiness.Missing> missing) {
    return missing.stream()
        .map(m -> new MissingLine(m.fips().value(), m.item(), m.says()))
        .toList();
  }

  /// `jurisdiction wave activate`.
  @Command(
      name = "activate",
      description =
          "Carries a wave out: all its jurisdictions and their agencies are active from its day"
              + " on, or nothing happens and what is missing is named (exit code 1).",
      mixinStandardHelpOptions = true)
  static final class Activate implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--name", required = true, description = "the wave's name")
    private String name;

    @Option(
        names = "--json",
        description = "print {\"name\",\"jurisdictions\",\"agencies\"}, or what wave plan prints")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Carried carried;
      try (DataOption.Opened opened = data.open()) {
        carried = opened.get(Waves.class).carryOut(name, Administrator.local());
      }
      return switch (carried) {
        case Carried.Out out -> {
          if (json) {
            Output.json(new Begun(name, out.jurisdictions().count(), out.agencies()));
          } else {
            System.out.println(
                "wave " + name + ": " + out.jurisdictions() + ", " + out.agencies() + " agencies");
          }
          yield ExitCode.DONE;
        }
        case Carried.NotReady no -> {
          if (json) {
            Output.json(new Lacking(name, lines(no.missing())));
          }
          lines(no.missing()).forEach(line -> System.err.println("ridgeline: " + line.words()));
          System.err.println("ridgeline: nothing was activated, missing: " + no.missing().size());
          yield ExitCode.FINDINGS;
        }
      };
    }

    record Begun(String name, int jurisdictions, int agencies) {}
  }

  /// `jurisdiction wave list`.
  @Command(
      name = "list",
      description = "Prints all waves, the latest day first.",
      mixinStandardHelpOptions = true)
  static final class All implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(
        names = "--json",
        description = "a line each: {\"name\",\"day\",\"activatedBy\",\"fips\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        for (Waves.Wave wave : opened.get(Waves.class).all()) {
          if (json) {
            Output.json(
                new Line(
                    wave.name(),
                    wave.day().toString(),
                    wave.activatedBy().orElse(""),
                    wave.members().stream().map(Fips::value).toList()));
          } else {
            System.out.println(
                wave.day()
                    + "  "
                    + wave.activatedBy().map(by -> "carried out by " + by).orElse("planned")
                    + "  "
                    + wave.size()
                    + "  "
                    + wave.name());
          }
        }
      }
      return ExitCode.DONE;
    }

    record Line(String name, String day, String activatedBy, List<String> fips) {}
  }

  /// `jurisdiction deactivate`.
  @Command(
      name = "deactivate",
      description =
          "Ends a jurisdiction's part and that of all its agencies: bookings that come in on the"
              + " day or later are not searched in the second repository.",
      mixinStandardHelpOptions = true)
  static final class Deactivate implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Reason reason;

    @Option(names = "--fips", required = true, description = "its code, 06067, or 06 for a state")
    private String fips;

    @Option(
        names = "--from",
        required = true,
        paramLabel = "DATE",
        description = "first day without the search: today (UTC) or later")
    private LocalDate from;

    @Option(names = "--json", description = "print {\"fips\",\"from\",\"agencies\":[ORI]}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Fips code = Fips.of(fips);
      Optional<List<Ori>> ended;
      try (DataOption.Opened opened = data.open()) {
        ended =
            opened.get(Deactivations.class).end(code, from, reason.text(), Administrator.local());
      }
      if (ended.isEmpty()) {
        System.err.println("ridgeline: nothing of " + code + " is active on " + from + " or later");
        return ExitCode.FINDINGS;
      }
      List<String> agencies = ended.get().stream().map(Ori::value).toList();
      if (json) {
        Output.json(new Ended(code.value(), from.toString(), agencies));
      } else {
        System.out.println(
            "jurisdiction "
                + code
                + " is not active from "
                + from
                + "; agencies that end with it: "
                + agencies.size());
        agencies.forEach(ori -> System.out.println("  " + ori));
      }
      return ExitCode.DONE;
    }

    record Ended(String fips, String from, List<String> agencies) {}
  }
}
