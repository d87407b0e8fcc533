package org.ridgeline.cli;

import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.operator.OperatorStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `operator`: people who use the console.
@Command(
    name = "operator",
    description = "People who use the console.",
    mixinStandardHelpOptions = true,
    subcommands = {
      OperatorCommand.Release.class,
      OperatorLifeCommand.All.class,
      OperatorLifeCommand.Invite.class,
      OperatorLifeCommand.Reset.class,
      OperatorLifeCommand.ChangeRole.class,
      OperatorLifeCommand.Disable.class,
      OperatorLifeCommand.Enable.class,
      OperatorLifeCommand.Expire.class,
      OperatorLifeCommand.Remove.class
    })
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
      try (DataOption.Opened opened = data.open()) {
        if (!opened.get(OperatorStore.class).release(name, Administrator.local())) {
          System.err.println("ridgeline: no operator \"" + name + "\"");
          return ExitCode.FINDINGS;
        }
      }
      System.out.println("operator " + name + " may log in again");
      return ExitCode.DONE;
    }
  }
}
