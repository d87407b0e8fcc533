package org.ridgeline.cli;

import org.ridgeline.app.Server;
import org.ridgeline.cli.itl.ItlCommand;
import org.ridgeline.cli.lab.BenchCommand;
import org.ridgeline.cli.lab.EvaluateCommand;
import org.ridgeline.cli.lab.SynthCommand;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Ranges;
import org.ridgeline.cli.terminal.Trouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The entry of the program: `./ridgeline COMMAND`.
@Command(
    name = "ridgeline",
    description =
        "Identifies people by ten fingerprints; lets two repositories answer one booking.",
    mixinStandardHelpOptions = true,
    version = "ridgeline " + Server.VERSION,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      SubmitCommand.class,
      LeadsCommand.class,
      AgencyCommand.class,
      JurisdictionCommand.class,
      OfficeCommand.class,
      OperatorCommand.class,
      KnownPairsCommand.class,
      RepositoryCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      AuditCommand.class,
      RetentionCommand.class,
      ReportCommand.class,
      InventoryCommand.class,
      BenchCommand.class,
      ItlCommand.class,
      ImageCommand.class,
      TemplateCommand.class,
      CompareCommand.class,
      PolicyCommand.class,
      EvaluateCommand.class,
      SynthCommand.class
    })
public final class Ridgeline {
  private Ridgeline() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /// All commands.
  static CommandLine commands() {
    return new CommandLine(new Ridgeline());
  }

  /// Runs one command.
  /// - **Unit** the exit code
  public static int run(String... args) {
    return commands()
        .setExecutionExceptionHandler(Ridgeline::operatingTrouble)
        .setExecutionStrategy(Ridgeline::execute)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  private static int execute(CommandLine.ParseResult parsed) {
    Ranges.check(parsed);
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int operatingTrouble(
      Exception trouble, CommandLine command, CommandLine.ParseResult parsed) {
    String message = Trouble.said(trouble);
    command.getErr().println("ridgeline: " + message);
    if (System.getenv("RIDGELINE_TRACE") != null) {
      trouble.printStackTrace(command.getErr());
    }
    return trouble instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.TROUBLE;
  }
}
