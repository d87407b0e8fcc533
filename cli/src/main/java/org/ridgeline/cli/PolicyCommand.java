package org.ridgeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.policy.DifferenceReport;
import org.ridgeline.policy.ExplanationRow;
import org.ridgeline.policy.Level;
import org.ridgeline.policy.PolicyRow;
import org.ridgeline.policy.PolicyTable;
import org.ridgeline.policy.PolicyTables;
import org.ridgeline.policy.Priority;
import org.ridgeline.policy.ReplayCase;
import org.ridgeline.policy.TableFault;
import org.ridgeline.policy.TableRead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `policy`: the tables of levels, and what another table would change.
@Command(
    name = "policy",
    description = "Shows the tables of offence levels; replays cases under another table.",
    mixinStandardHelpOptions = true,
    subcommands = {PolicyCommand.Show.class, PolicyCommand.Replay.class})
final class PolicyCommand {
  /// A published table by its version, else the table of a file; empty where the file is no table,
  /// after its faults have been printed.
  private static Optional<PolicyTable> table(CommandSpec spec, String name) throws IOException {
    Optional<PolicyTable> published = PolicyTables.of(name);
    if (published.isPresent()) {
      return published;
    }
    return switch (PolicyTables.read(Files.readString(Path.of(name)))) {
      case TableRead.Accepted accepted -> Optional.of(accepted.table());
      case TableRead.Refused refused -> {
        PrintWriter err = spec.commandLine().getErr();
        for (TableFault fault : refused.faults()) {
          err.println(name + ": " + fault.words());
        }
        err.flush();
        yield Optional.empty();
      }
    };
  }

  /// `policy show`.
  @Command(
      name = "show",
      description = "Prints a table row by row, with its sources; exit code 1 if it is broken.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", description = "A, B or a file")
    private String name;

    @Option(names = "--json", description = "print the table as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
      Optional<PolicyTable> table = table(spec, name);
      if (table.isEmpty()) {
        return ExitCode.FINDINGS;
      }
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Output.mapper().writeValueAsString(table.get()));
      } else {
        print(out, table.get());
      }
      out.flush();
      return ExitCode.DONE;
    }

    private static void print(PrintWriter out, PolicyTable table) {
      out.println("version " + table.version() + ": " + table.title() + ", from " + table.from());
      out.println(table.note());
      for (PolicyRow row : table.rows()) {
        out.printf(
            "%-6s %s  %s (%s)%n", row.id(), row.level().words(), row.offence(), row.conditions());
        out.printf(
            "       %s [%s; codes %s]%n",
            table.citation(row), row.mark().words(), row.codeMark().words());
      }
    }
  }

  /// `policy replay`.
  @Command(
      name = "replay",
      description = {
        "Applies two tables to the same cases and reports which cases change level.",
        "A table is A, B, or a file written like them."
      },
      mixinStandardHelpOptions = true)
  static final class Replay implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "TABLE", description = "one table")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "TABLE", description = "the other")
    private String to;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "cases as JSON")
    private List<Path> files;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
      Optional<PolicyTable> one = table(spec, from);
      Optional<PolicyTable> other = table(spec, to);
      if (one.isEmpty() || other.isEmpty()) {
        return ExitCode.FINDINGS;
      }
      List<ReplayCase> cases = new ArrayList<>();
      for (Path file : files) {
        cases.addAll(ReplayFile.read(file));
      }
      DifferenceReport report = DifferenceReport.of(one.get(), other.get(), cases);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Output.mapper().writeValueAsString(ReplayJson.of(report)));
      } else {
        print(out, report);
      }
      out.flush();
      return ExitCode.DONE;
    }

    private static void print(PrintWriter out, DifferenceReport report) {
      out.printf(
          "%d cases; rows: version %s, columns: version %s%n%n",
          report.cases(), report.from().version(), report.to().version());
      out.printf("%-16s", "");
      for (Level column : Level.values()) {
        out.printf("%15s", column.words());
      }
      out.printf("%15s%n", "all");
      for (Level row : Level.values()) {
        out.printf("%-16s", row.words());
        report.matrix().get(row).values().forEach(count -> out.printf("%15d", count));
        out.printf("%15d%n", report.totalFrom(row));
      }
      out.printf("%-16s", "all");
      for (Level column : Level.values()) {
        out.printf("%15d", report.totalTo(column));
      }
      out.printf("%15d%n%n%d change%n", report.cases(), report.changed().size());
      for (DifferenceReport.Changed changed : report.changed()) {
        out.printf(
            "%n%s: %s -> %s%n",
            changed.id(), changed.from().level().words(), changed.to().level().words());
        print(out, changed.from());
        print(out, changed.to());
      }
    }

    private static void print(PrintWriter out, Priority side) {
      out.println("  version " + side.policyVersion());
      for (ExplanationRow row : side.rows()) {
        out.println(
            "    "
                + (row.charge().isEmpty() ? "" : row.charge() + " ")
                + row.what()
                + ": "
                + row.kind().words()
                + "; "
                + row.why()
                + row.row().map(id -> " [" + id + "]").orElse(""));
      }
    }
  }
}
