package org.ridgeline.app.cli;

import java.util.concurrent.Callable;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.node.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `operator`: people who use the console.
@Command(
    name = "operator",
    description = "People who use the console.",
    mixinStandardHelpOptions = true,
    subcommands = {OperatorCommand.Release.class})
final class OperatorCommand {
  /// `operator release`: for when the only administrator is locked.
  @Command(
      name = "release",
      description = "Lets an operator locked after wrong passwords try again.",
      mixinStandardHelpOptions = true)
  static final class Release implements Callable<Integer> {
    @Mixin private DataOption data;

    @Parameters(paramLabel = "NAME", description = "the operator's name")
    private String name;

    @Override
    public Integer call() throws Exception {
      try (DataFolder folder = data.open()) {
        LedgerSchema.migrate(folder.databases().ledger());
        ExchangeSchema.migrate(folder.databases().exchange());
        if (!new OperatorStore(folder.databases().exchange()).release(name, "command line")) {
          System.err.println("ridgeline: no operator \"" + name + "\"");
          return ExitCode.FINDINGS;
        }
      }
      System.out.println("operator " + name + " may log in again");
      return ExitCode.DONE;
    }
  }
}
