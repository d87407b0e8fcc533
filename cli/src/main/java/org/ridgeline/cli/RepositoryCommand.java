package org.ridgeline.cli;

import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.agency.OwnerTokens;
import org.ridgeline.exchange.submission.RepositoryName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `repository`: what the owner of one repository does.
@Command(
    name = "repository",
    description =
        "The criminal, immigration and civil repository: add, renew, amend, erase; give tokens.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ImportCommand.class,
      RepositoryCommand.NewToken.class,
      RenewCommand.class,
      AmendCommand.class,
      ExportCommand.class,
      ErasureCommand.ProveErased.class,
      ErasureCommand.SweepNow.class
    })
final class RepositoryCommand {
  /// `repository token`.
  @Command(
      name = "token",
      description = "Prints a new token for the owner of a repository, this once.",
      mixinStandardHelpOptions = true)
  static final class NewToken implements Callable<Integer> {
    @Mixin private DataOption data;

    @Mixin private RepositoryOption repository;

    @Option(names = "--json", description = "print {\"name\",\"token\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      RepositoryName name = repository.name();
      String token;
      try (DataOption.Opened opened = data.begin()) {
        token = opened.get(OwnerTokens.class).add(name.key());
      }
      if (json) {
        Output.json(new Made(name.key(), token));
      } else {
        System.out.println(token);
      }
      return ExitCode.DONE;
    }

    record Made(String name, String token) {}
  }
}
