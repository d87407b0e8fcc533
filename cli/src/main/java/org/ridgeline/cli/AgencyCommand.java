package org.ridgeline.cli;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.Activations;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.QualityControl;
import org.ridgeline.exchange.agency.SendingPermits;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.agency.ServicePermits;
import org.ridgeline.vocabulary.Ori;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `agency`: booking agencies and their activation.
@Command(
    name = "agency",
    description = "Booking agencies: who may send, from where, since when.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AgencyCommand.Add.class,
      AgencyCommand.Activate.class,
      AgencyCommand.Deactivate.class,
      AgencyLifeCommand.All.class,
      AgencyLifeCommand.Change.class,
      AgencyLifeCommand.RotateToken.class,
      AgencyLifeCommand.EndTokens.class,
      AgencyLifeCommand.Disable.class,
      AgencyLifeCommand.Enable.class,
      AgencyLifeCommand.Remove.class,
      AgencyCertificateCommand.Add.class,
      AgencyCertificateCommand.Withdraw.class,
      AgencyCertificateCommand.Require.class,
      AgencyPermitCommand.Permit.class,
      AgencyPermitCommand.RevokePermit.class,
      AgencyServiceCommand.PermitService.class,
      AgencyServiceCommand.RevokeService.class,
      AgencyServiceCommand.PermitCopy.class,
      AgencyServiceCommand.RevokeCopy.class,
      AgencyCountCommand.Tell.class,
      AgencyCountCommand.Whole.class,
      AgencyPermitCommand.AddBureau.class,
      AgencyPermitCommand.RemoveBureau.class
    })
final class AgencyCommand {
  /// `agency add`.
  @Command(
      name = "add",
      description =
          "Adds an agency and prints its token, this once. One that is there is not touched: see"
              + " agency change and agency rotate-token.",
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
        names = "--sends-as",
        split = ",",
        paramLabel = "ORI",
        description =
            "ORI in 1.008 it may send under besides its own and its state's bureaus' (agency"
                + " add-bureau)")
    private List<String> sendsAs = List.of();

    @Option(
        names = "--service",
        split = ",",
        completionCandidates = AgencyServiceCommand.Named.class,
        converter = AgencyServiceCommand.Named.class,
        description = "what it may ask for besides booking people: ${COMPLETION-CANDIDATES}")
    private List<Service> services = List.of();

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
        names = "--quality-hold",
        description =
            "hold its cards for quality control where they would be refused for their prints, or"
                + " searched with fingers in the wrong order")
    private boolean qualityHold;

    @Option(
        names = "--deliver",
        paramLabel = "HOW",
        description = "fetch, folder or callback (default: fetch, callback if --callback is given)")
    private Optional<Channel> deliver;

    @Option(names = "--callback", paramLabel = "URL", description = "where answers are posted")
    private Optional<URI> callback;

    @Mixin private NewToken life;

    @Option(
        names = "--json",
        description = "print {\"ori\",\"token\",\"senders\"}: senders may send under it, too")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Channel channel = deliver.orElse(callback.isPresent() ? Channel.CALLBACK : Channel.FETCH);
      Agency agency =
          new Agency(new Ori(ori), name, state, fips, county, secondAnswer, channel, callback);
      // Checked before anything changes: no agency stays half added for a mistyped ORI.
      List<Ori> others = sendsAs.stream().map(Ori::new).toList();
      String token;
      List<String> senders;
      Administrator by = Administrator.local();
      try (DataOption.Opened opened = data.begin()) {
        SendingPermits permits = opened.get(SendingPermits.class);
        others.forEach(other -> permits.check(agency.ori(), other));
        senders = permits.senders(agency.ori());
        token = opened.get(AgencyRegister.class).add(agency, life.first(), by);
        others.forEach(other -> permits.permit(agency.ori(), other, by));
        services.forEach(
            service -> opened.get(ServicePermits.class).permit(agency.ori(), service, by));
        opened.get(QualityControl.class).ask(agency.ori(), qualityHold, by);
        activeFrom.ifPresent(
            day -> opened.get(ActivationRegister.class).activate(agency.ori(), day));
      }
      if (json) {
        Output.json(new Added(ori, token, senders));
      } else {
        System.out.println("agency " + ori + " added; its token, shown this once:");
        System.out.println(token);
        if (!senders.isEmpty()) {
          System.out.println(
              "these agencies may send under this ORI and go on as they did: "
                  + String.join(", ", senders)
                  + "; see agency revoke-permit and agency remove-bureau");
        }
      }
      return ExitCode.DONE;
    }

    record Added(String ori, String token, List<String> senders) {}
  }

  /// `agency activate`: a first activation, or another after one has ended.
  @Command(
      name = "activate",
      description = "Searches an agency's bookings in the second repository, from a day on.",
      mixinStandardHelpOptions = true)
  static final class Activate implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--ori", required = true, description = "the agency's ORI")
    private String ori;

    @Option(
        names = "--from",
        required = true,
        paramLabel = "DATE",
        description = "first day its bookings are searched there, 2010-01-12")
    private LocalDate from;

    @Option(names = "--json", description = "print {\"ori\",\"from\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        opened.get(Activations.class).start(new Ori(ori), from);
      }
      if (json) {
        Output.json(new Activated(ori, from.toString()));
      } else {
        System.out.println("agency " + ori + " takes part in the second search from " + from);
      }
      return ExitCode.DONE;
    }

    record Activated(String ori, String from) {}
  }

  /// `agency deactivate`.
  @Command(
      name = "deactivate",
      description =
          "Ends an agency's activation: bookings that come in on the day or later are not searched"
              + " in the second repository.",
      mixinStandardHelpOptions = true)
  static final class Deactivate implements Callable<Integer> {
    /// Who may run commands, the system's log-in says.
    private static final String BY = "command line";

    @Mixin private DataOption data;

    @Option(names = "--ori", required = true, description = "the agency's ORI")
    private String ori;

    @Option(
        names = "--from",
        required = true,
        paramLabel = "DATE",
        description = "first day without the search: today (UTC) or later")
    private LocalDate from;

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "why; it goes into the ledger, 1 to 500 characters")
    private String reason;

    @Option(
        names = "--json",
        description = "print {\"ori\",\"from\",\"outcome\"}: ENDED, UNKNOWN or NOT_ACTIVE")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Activations.Ended ended;
      try (DataOption.Opened opened = data.open()) {
        ended = opened.get(Activations.class).end(new Ori(ori), from, reason, BY);
      }
      if (json) {
        Output.json(new Deactivated(ori, from.toString(), ended));
      }
      return switch (ended) {
        case ENDED -> {
          if (!json) {
            System.out.println("agency " + ori + ": no second search from " + from);
          }
          yield ExitCode.DONE;
        }
        case UNKNOWN -> none("no agency has the ORI \"" + ori + "\"");
        case NOT_ACTIVE -> none(ori + " has no open activation that began before " + from);
      };
    }

    private static int none(String why) {
      System.err.println("ridgeline: " + why);
      return ExitCode.FINDINGS;
    }

    record Deactivated(String ori, String from, Activations.Ended outcome) {}
  }
}
