package org.ridgeline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.agency.OfficeRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `office`: reviewing offices.
@Command(
    name = "office",
    description = "Reviewing offices: who gets the leads of which places.",
    mixinStandardHelpOptions = true,
    subcommands = {
      OfficeCommand.Add.class,
      OfficeLifeCommand.All.class,
      OfficeLifeCommand.Change.class,
      OfficeLifeCommand.RotateToken.class,
      OfficeLifeCommand.EndTokens.class,
      OfficeLifeCommand.Disable.class,
      OfficeLifeCommand.Enable.class,
      OfficeLifeCommand.Remove.class
    })
final class OfficeCommand {
  /// `office add`.
  @Command(
      name = "add",
      description =
          "Adds an office and prints its token, this once. One that is there is not touched: see"
              + " office change and office rotate-token.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--name", required = true, description = "the office's name")
    private String name;

    @Option(
        names = "--covers",
        required = true,
        split = ",",
        paramLabel = "AREA",
        description = "a state (CA) or county (06067); repeat or separate by comma")
    private List<String> covers;

    @Mixin private NewToken life;

    @Option(names = "--json", description = "print {\"name\",\"token\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      String token;
      try (DataOption.Opened opened = data.begin()) {
        token =
            opened
                .get(OfficeRegister.class)
                .add(new OfficeRegister.Entry(name, covers), life.first(), Administrator.local());
      }
      if (json) {
        Output.json(new Added(name, token));
      } else {
        System.out.println("office \"" + name + "\" added; its token, shown this once:");
        System.out.println(token);
      }
      return ExitCode.DONE;
    }

    record Added(String name, String token) {}
  }
}
