package org.ridgeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.app.FactFollowers;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.ledger.EntryProof;
import org.ridgeline.ledger.Proofs;
import org.ridgeline.oversight.evidence.Evidence;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.report.DoesNotAddUp;
import org.ridgeline.oversight.report.ReportDesk;
import org.ridgeline.oversight.report.ReportStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `report`: the public statistics of a month.
@Command(
    name = "report",
    description = {
      "Publishes a month's statistics and writes their files.",
      "A month that is published already is written as it was published: its files are frozen."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ReportCommand.Correct.class,
      ReportCommand.ListAll.class,
      ReportCommand.Recount.class,
      ReportCommand.ForAuditors.class,
      ReportDisparity.class
    })
final class ReportCommand implements Callable<Integer> {
  private static final String BY = "command line";
  private static final String PROOF = "ledger.proof";

  @Spec private CommandSpec spec;

  /// Not required here: a subcommand is asked for without them.
  @Option(names = "--data", paramLabel = "DIR", description = "data folder of the installation")
  private Optional<Path> data;

  @Option(
      names = "--db-url",
      paramLabel = "JDBC-URL",
      description = "an external PostgreSQL instead of the managed one")
  private Optional<String> dbUrl;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      description = "a month that is over, like 2011-04")
  private Optional<YearMonth> month;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the files, made where it is not there")
  private Optional<Path> out;

  /// Which month.
  static final class Which {
    @Option(
        names = "--month",
        required = true,
        paramLabel = "YYYY-MM",
        description = "a month that is over, like 2011-04")
    private YearMonth month;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = given(data, "--data=DIR");
    YearMonth which = given(month, "--month=YYYY-MM");
    Path files = given(out, "--out=DIR");
    try (DataOption.Opened opened = DataOption.open(folder, dbUrl)) {
      opened.get(FactFollowers.class).follow();
      Optional<ReportStore.Issue> there = opened.get(ReportStore.class).newest(which);
      ReportStore.Issue issue =
          there.isPresent() ? there.get() : opened.get(ReportDesk.class).publish(which, BY);
      opened.get(Evidence.class).files(issue, files);
      System.out.println(
          (there.isPresent() ? "was published: " : "published: ") + line(issue) + ", in " + files);
      return ExitCode.DONE;
    } catch (DoesNotAddUp | IllegalStateException e) {
      System.err.println("ridgeline: " + e.getMessage());
      return ExitCode.FINDINGS;
    }
  }

  private <T> T given(Optional<T> option, String name) {
    return option.orElseThrow(() ->
        new ParameterException(spec.commandLine(), "Missing required option: '" + name + "'"));
  }

  private static String line(ReportStore.Issue issue) {
    return issue.month() + " version " + issue.version() + ", manifest " + issue.manifest();
  }

  /// `report correct`.
  @Command(
      name = "correct",
      description = {
        "Publishes another version of a month's statistics, that says what the counts do now,",
        "with a list of what changed and why. The version before stays public."
      },
      mixinStandardHelpOptions = true)
  static final class Correct implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private Which which;

    @Option(
        names = "--why",
        required = true,
        paramLabel = "TEXT",
        description = "what happened, as the public will read it")
    private String why;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        opened.get(FactFollowers.class).follow();
        ReportStore.Issue issue = opened.get(ReportDesk.class).correct(which.month, why, BY);
        System.out.println("published: " + line(issue));
        return ExitCode.DONE;
      }
    }
  }

  /// `report list`.
  @Command(
      name = "list",
      description = {
        "Lists what was published, and which months' counts have changed since.",
        "Exit code 1 where some have."
      },
      mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(
        names = "--json",
        description = "print [{\"month\",\"version\",\"madeAt\",\"manifest\",\"stale\"}]")
    private boolean json;

    /// A version as JSON.
    record Line(String month, int version, String madeAt, String manifest, boolean stale) {}

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        opened.get(FactFollowers.class).follow();
        List<YearMonth> stale = opened.get(ReportDesk.class).stale();
        List<Line> lines =
            opened.get(ReportStore.class).issues().stream()
                .map(one ->
                    new Line(
                        one.month().toString(),
                        one.version(),
                        one.madeAt().toString(),
                        one.manifest(),
                        stale.contains(one.month())))
                .toList();
        if (json) {
          Output.json(lines);
        } else {
          lines.forEach(one ->
              System.out.println(
                  one.month()
                      + " version "
                      + one.version()
                      + ", "
                      + one.madeAt()
                      + (one.stale() ? ": the counts have changed since, correct it" : "")));
        }
        return stale.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
      }
    }
  }

  /// `report recount`.
  @Command(
      name = "recount",
      description = {
        "Empties all counts and makes them again from the first fact; reports that are published",
        "stay as they are. A server may run meanwhile. report list says whether any differs then."
      },
      mixinStandardHelpOptions = true)
  static final class Recount implements Callable<Integer> {
    @Mixin private DataOption data;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        opened.get(ProjectionStore.class).clear();
        opened.get(FactFollowers.class).follow();
        opened
            .get(ProjectionStore.class)
            .streams()
            .forEach(one ->
                System.out.println(
                    one.name() + ": " + one.facts() + " facts, " + one.unread() + " not read"));
        return ExitCode.DONE;
      }
    }
  }

  /// `report evidence`.
  @Command(
      name = "evidence",
      description = {
        "Writes a published report with every fact it was made of, pseudonymised, and the proof",
        "that binds both to the ledger: what audit verify-report needs on another machine.",
        "For auditors, not for the public: facts are single bookings and cases."
      },
      mixinStandardHelpOptions = true)
  static final class ForAuditors implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private Which which;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder")
    private Path out;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        Optional<ReportStore.Issue> issue = opened.get(ReportStore.class).newest(which.month);
        if (issue.isEmpty()) {
          System.err.println(
              "ridgeline: " + which.month + " is not published; ridgeline report publishes it");
          return ExitCode.FINDINGS;
        }
        Evidence evidence = opened.get(Evidence.class);
        evidence.files(issue.get(), out);
        evidence.events(issue.get(), out);
        return prove(opened, evidence.entry(issue.get()).number());
      }
    }

    private Integer prove(DataOption.Opened opened, long entry) throws Exception {
      Optional<EntryProof> proof = proof(opened, entry);
      if (proof.isEmpty()) {
        System.out.println(
            "written without a proof: no checkpoint covers entry "
                + entry
                + " yet; the server signs every five minutes, then run this again");
        return ExitCode.FINDINGS;
      }
      Files.write(out.resolve(PROOF), proof.get().lines());
      System.out.println("written: " + out + ", bound to entry " + entry + " of the ledger");
      return ExitCode.DONE;
    }

    private static Optional<EntryProof> proof(DataOption.Opened opened, long entry)
        throws Exception {
      return opened.get(Proofs.class).of(entry);
    }
  }
}
