package org.ridgeline.cli;

import java.util.concurrent.Callable;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.agency.SendingPermits;
import org.ridgeline.vocabulary.Ori;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `agency ...`: under which ORIs agencies may send.
final class AgencyPermitCommand {
  private AgencyPermitCommand() {}

  /// Which agency and ORI.
  static final class Pair {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;

    @Option(names = "--ori", required = true, description = "the agency's ORI")
    private String ori;

    @Option(
        names = "--sends-as",
        required = true,
        paramLabel = "ORI",
        description = "the ORI in 1.008, no other agency's")
    private String sendsAs;

    interface Act {
      void take(SendingPermits permits, Ori ori, Ori sendsAs);
    }

    int act(String name, String words, Act act) throws Exception {
      try (DataOption.Opened opened = data.open()) {
        act.take(opened.get(SendingPermits.class), new Ori(ori), new Ori(sendsAs));
      }
      return said.done(ori, name, "agency " + ori + " " + words + " " + sendsAs);
    }
  }

  /// `agency permit`.
  @Command(
      name = "permit",
      description = "Lets an agency send under an ORI that is not its own.",
      mixinStandardHelpOptions = true)
  static final class Permit implements Callable<Integer> {
    @Mixin private Pair pair;

    @Override
    public Integer call() throws Exception {
      return pair.act(
          "permit",
          "may send under",
          (permits, ori, as) -> permits.permit(ori, as, Administrator.local()));
    }
  }

  /// `agency revoke-permit`.
  @Command(
      name = "revoke-permit",
      description = "Takes such a permit back: cards under that ORI are refused from now on.",
      mixinStandardHelpOptions = true)
  static final class RevokePermit implements Callable<Integer> {
    @Mixin private Pair pair;

    @Override
    public Integer call() throws Exception {
      return pair.act(
          "revoke-permit",
          "may not send any more under",
          (permits, ori, as) -> permits.revokePermit(ori, as, Administrator.local()));
    }
  }

  /// Which state and bureau.
  static final class Bureau {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;

    @Option(names = "--state", required = true, description = "two letters, CA")
    private String state;

    @Option(names = "--ori", required = true, description = "the bureau's ORI")
    private String ori;

    interface Act {
      void take(SendingPermits permits, String state, Ori ori);
    }

    int act(DataOption.Opened opened, String name, String words, Act act) throws Exception {
      try (opened) {
        act.take(opened.get(SendingPermits.class), state, new Ori(ori));
      }
      return said.done(ori, name, "agencies of " + state + " " + words + " " + ori);
    }
  }

  /// `agency add-bureau`.
  @Command(
      name = "add-bureau",
      description = "Lets all agencies of a state send under its bureau's ORI, theirs in 2.073.",
      mixinStandardHelpOptions = true)
  static final class AddBureau implements Callable<Integer> {
    @Mixin private Bureau bureau;

    @Override
    public Integer call() throws Exception {
      return bureau.act(
          bureau.data.begin(),
          "add-bureau",
          "may send under",
          (permits, state, ori) -> permits.addBureau(state, ori, Administrator.local()));
    }
  }

  /// `agency remove-bureau`.
  @Command(
      name = "remove-bureau",
      description = "Takes that back.",
      mixinStandardHelpOptions = true)
  static final class RemoveBureau implements Callable<Integer> {
    @Mixin private Bureau bureau;

    @Override
    public Integer call() throws Exception {
      return bureau.act(
          bureau.data.open(),
          "remove-bureau",
          "may not send any more under",
          (permits, state, ori) -> permits.removeBureau(state, ori, Administrator.local()));
    }
  }
}
