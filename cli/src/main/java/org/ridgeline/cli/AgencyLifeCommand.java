package org.ridgeline.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.CertificateRegister;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.QualityControl;
import org.ridgeline.exchange.agency.SendingPermits;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.agency.ServicePermits;
import org.ridgeline.vocabulary.Ori;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `agency ...`: what becomes of an agency that is there.
final class AgencyLifeCommand {
  private AgencyLifeCommand() {}

  /// Which agency, on which data.
  static final class Which {
    @Mixin private DataOption data;

    @Option(names = "--ori", required = true, description = "the agency's ORI")
    private String ori;

    @Mixin private AccessOptions.Said said;

    interface Act {
      void take(AgencyRegister register, Ori ori, Administrator by);
    }

    int act(String name, String words, Act act) throws Exception {
      try (DataOption.Opened opened = data.open()) {
        act.take(opened.get(AgencyRegister.class), new Ori(ori), Administrator.local());
      }
      return said.done(ori, name, "agency " + ori + " " + words);
    }
  }

  /// `agency list`.
  @Command(
      name = "list",
      description = "Prints all agencies: ORI, whether it has access, how it is answered, name.",
      mixinStandardHelpOptions = true)
  static final class All implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(
        names = "--json",
        description =
            "a line each: {\"ori\",\"name\",\"state\",\"channel\",\"enabled\",\"sendsAs\","
                + "\"services\",\"copiesTo\",\"qualityHold\",\"certificateRequired\","
                + "\"certificates\"}, each of these "
                + "{\"sha256\",\"subject\",\"addedAt\",\"expiresAt\",\"ended\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        List<Agency> enabled = opened.get(AgencyStore.class).enabled();
        for (Agency agency : opened.get(AgencyStore.class).all()) {
          Line line =
              new Line(
                  agency.ori().value(),
                  agency.name(),
                  agency.state(),
                  agency.channel().name().toLowerCase(Locale.ROOT),
                  enabled.contains(agency),
                  permits(opened, agency),
                  opened.get(CertificateRegister.class).isRequired(agency.ori()),
                  opened.get(CertificateRegister.class).of(agency.ori()).stream()
                      .map(Certificate::of)
                      .toList());
          if (json) {
            Output.json(line);
          } else {
            System.out.println(line.words());
          }
        }
      }
      return ExitCode.DONE;
    }

    private static Permits permits(DataOption.Opened opened, Agency agency) {
      ServicePermits services = opened.get(ServicePermits.class);
      return new Permits(
          opened.get(SendingPermits.class).of(agency.ori()),
          services.of(agency.ori()).stream().map(Service::key).toList(),
          services.copies(agency.ori()),
          opened.get(QualityControl.class).isAsked(agency.ori()));
    }

    /// Under which ORIs it may send, what it may ask for, to whom copies of its answers may go,
    /// whether its poor cards are held.
    record Permits(
        List<String> sendsAs, List<String> services, List<String> copiesTo, boolean qualityHold) {}

    record Line(
        String ori,
        String name,
        String state,
        String channel,
        boolean enabled,
        @JsonUnwrapped Permits permits,
        boolean certificateRequired,
        List<Certificate> certificates) {
      String words() {
        return ori + "  " + (enabled ? "enabled " : "disabled") + "  " + channel + "  " + name;
      }
    }
  }

  /// A certificate as the list shows it.
  record Certificate(
      String sha256, String subject, String addedAt, String expiresAt, boolean ended) {
    static Certificate of(CertificateRegister.Line line) {
      return new Certificate(
          line.sha256(),
          line.subject(),
          line.addedAt().toString(),
          line.expiresAt().toString(),
          line.hasEnded());
    }
  }

  /// `agency change`.
  @Command(
      name = "change",
      description =
          "Changes what is given of an agency; the rest stays. Open answers go out as it is"
              + " answered then.",
      mixinStandardHelpOptions = true)
  static final class Change implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;

    @Option(names = "--ori", required = true, description = "the agency's ORI")
    private String ori;

    @Option(names = "--name", description = "the agency's name")
    private Optional<String> name;

    @Option(names = "--state", description = "two letters, CA")
    private Optional<String> state;

    @Option(names = "--fips", description = "state and county, five digits, 06067")
    private Optional<String> fips;

    @Option(names = "--county", description = "the county's name")
    private Optional<String> county;

    @Option(
        names = "--second-answer",
        arity = "1",
        paramLabel = "true|false",
        description = "whether it can receive the second repository's answer")
    private Optional<Boolean> secondAnswer;

    @Option(
        names = "--quality-hold",
        arity = "1",
        paramLabel = "true|false",
        description = "whether its cards are held for quality control instead of refused")
    private Optional<Boolean> qualityHold;

    @Option(names = "--deliver", paramLabel = "HOW", description = "fetch, folder or callback")
    private Optional<Channel> deliver;

    @Option(names = "--callback", paramLabel = "URL", description = "where answers are posted")
    private Optional<URI> callback;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        Agency before =
            opened
                .get(AgencyStore.class)
                .ofOri(new Ori(ori))
                .orElseThrow(() -> new RefusedAct(RefusedAct.Why.NO_SUCH_AGENCY, ori));
        opened.get(AgencyRegister.class).change(changed(before), Administrator.local());
        qualityHold.ifPresent(asked ->
            opened.get(QualityControl.class).ask(before.ori(), asked, Administrator.local()));
      }
      return said.done(ori, "change", "agency " + ori + " changed");
    }

    private Agency changed(Agency before) {
      return new Agency(
          before.ori(),
          name.orElse(before.name()),
          state.orElse(before.state()),
          fips.orElse(before.fips()),
          county.orElse(before.county()),
          secondAnswer.orElse(before.secondAnswer()),
          deliver.orElse(callback.isPresent() ? Channel.CALLBACK : before.channel()),
          callback.or(before::callback));
    }
  }

  /// `agency rotate-token`.
  @Command(
      name = "rotate-token",
      description = "Prints another token of an agency, this once; the present ones go on a while.",
      mixinStandardHelpOptions = true)
  static final class RotateToken implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;
    @Mixin private NextToken next;

    @Option(names = "--ori", required = true, description = "the agency's ORI")
    private String ori;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        String token =
            opened
                .get(AgencyRegister.class)
                .rotateToken(new Ori(ori), next.life(), Administrator.local());
        return said.token(ori, "rotate-token", token);
      }
    }
  }

  /// `agency end-tokens`.
  @Command(
      name = "end-tokens",
      description = "Ends all tokens of an agency at once, for one that is in wrong hands.",
      mixinStandardHelpOptions = true)
  static final class EndTokens implements Callable<Integer> {
    @Mixin private Which which;
    @Mixin private AccessOptions.Reason reason;

    @Override
    public Integer call() throws Exception {
      return which.act(
          "end-tokens",
          "has no token any more: agency rotate-token makes one",
          (register, ori, by) -> register.endTokens(ori, reason.text(), by));
    }
  }

  /// `agency disable`.
  @Command(
      name = "disable",
      description =
          "Ends an agency's access at once: tokens are refused, its folder is not read, its"
              + " answers wait.",
      mixinStandardHelpOptions = true)
  static final class Disable implements Callable<Integer> {
    @Mixin private Which which;
    @Mixin private AccessOptions.Reason reason;

    @Override
    public Integer call() throws Exception {
      return which.act(
          "disable",
          "has no access from now on",
          (register, ori, by) -> register.disable(ori, reason.text(), by));
    }
  }

  /// `agency enable`.
  @Command(
      name = "enable",
      description = "Gives a disabled agency its access again; what waited for it goes out.",
      mixinStandardHelpOptions = true)
  static final class Enable implements Callable<Integer> {
    @Mixin private Which which;

    @Override
    public Integer call() throws Exception {
      return which.act("enable", "has access", AgencyRegister::enable);
    }
  }

  /// `agency remove`.
  @Command(
      name = "remove",
      description = "Takes out an agency that nothing hangs on: one that was added by mistake.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Mixin private Which which;
    @Mixin private AccessOptions.Reason reason;

    @Override
    public Integer call() throws Exception {
      return which.act(
          "remove", "is removed", (register, ori, by) -> register.remove(ori, reason.text(), by));
    }
  }
}
