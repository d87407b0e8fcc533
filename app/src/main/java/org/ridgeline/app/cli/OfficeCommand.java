package org.ridgeline.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.identify.Stores;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.node.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `office`: reviewing offices.
@Command(
    name = "office",
    description = "Reviewing offices: who gets the leads of which places.",
    mixinStandardHelpOptions = true,
    subcommands = {OfficeCommand.Add.class})
final class OfficeCommand {
  /// `office add`.
  @Command(
      name = "add",
      description = "Adds an office and prints its token, this once.",
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

    @Option(names = "--json", description = "print {\"name\",\"token\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      String token;
      try (DataFolder folder = data.open()) {
        LedgerSchema.migrate(folder.databases().ledger());
        ExchangeSchema.migrate(folder.databases().exchange());
        token = Stores.of(folder.databases().exchange()).offices().add(name, covers);
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
