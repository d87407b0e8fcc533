package org.ridgeline.cli;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.vocabulary.Ori;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `agency`: booking agencies and their activation.
@Command(
    name = "agency",
    description = "Booking agencies: who may send, from where, since when.",
    mixinStandardHelpOptions = true,
    subcommands = {AgencyCommand.Add.class})
final class AgencyCommand {
  /// `agency add`.
  @Command(
      name = "add",
      description =
          "Adds an agency and prints its token, this once. Again for the same ORI: replaces it.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--ori", required = true, description = "nine characters A..Z 0..9")
    private String ori;

    @Option(names = "--name", required = true, description = "the agency's name")
    private String name;

    @Option(names = "--state", required = true, description = "two letters, CA")
    private String state;

    @Option(names = "--fips", required = true, description = "state and county, five digits, 06067")
    private String fips;

    @Option(names = "--county", defaultValue = "", description = "the county's name")
    private String county;

    @Option(
        names = "--active-from",
        paramLabel = "DATE",
        description = "first day its bookings are searched in the second repository, 2010-01-12")
    private Optional<LocalDate> activeFrom;

    @Option(
        names = "--second-answer",
        description = "it can receive the second repository's answer")
    private boolean secondAnswer;

    @Option(
        names = "--deliver",
        paramLabel = "HOW",
        description = "fetch, folder or callback (default: fetch, callback if --callback is given)")
    private Optional<Channel> deliver;

    @Option(names = "--callback", paramLabel = "URL", description = "where answers are posted")
    private Optional<URI> callback;

    @Option(names = "--json", description = "print {\"ori\",\"token\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Channel channel = deliver.orElse(callback.isPresent() ? Channel.CALLBACK : Channel.FETCH);
      Agency agency =
          new Agency(new Ori(ori), name, state, fips, county, secondAnswer, channel, callback);
      String token;
      try (DataOption.Opened opened = data.open()) {
        token = opened.get(AgencyStore.class).add(agency);
        activeFrom.ifPresent(
            day -> opened.get(ActivationRegister.class).activate(agency.ori(), day));
      }
      if (json) {
        Output.json(new Added(ori, token));
      } else {
        System.out.println("agency " + ori + " added; its token, shown this once:");
        System.out.println(token);
      }
      return ExitCode.DONE;
    }

    record Added(String ori, String token) {}
  }
}
