package org.ridgeline.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.agency.ServicePermits;
import org.ridgeline.vocabulary.Ori;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `agency ...`: what agencies may ask for, and to whom copies of their answers may go.
final class AgencyServiceCommand {
  private AgencyServiceCommand() {}

  /// The services by name.
  static final class Named implements Iterable<String>, ITypeConverter<Service> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Service.values()).map(Service::key).iterator();
    }

    @Override
    public Service convert(String key) {
      try {
        return Service.ofKey(key);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /// Which agency.
  static final class Whose {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;

    @Option(names = "--ori", required = true, description = "the agency's ORI")
    private String ori;

    interface Act {
      void take(ServicePermits permits, Ori ori, Administrator by);
    }

    int act(String name, String words, Act act) throws Exception {
      try (DataOption.Opened opened = data.open()) {
        act.take(opened.get(ServicePermits.class), new Ori(ori), Administrator.local());
      }
      return said.done(ori, name, "agency " + ori + " " + words);
    }
  }

  /// Which service.
  static final class Which {
    @Option(
        names = "--service",
        required = true,
        completionCandidates = Named.class,
        converter = Named.class,
        description = "${COMPLETION-CANDIDATES}")
    private Service service;
  }

  /// `agency permit-service`.
  @Command(
      name = "permit-service",
      description = "Lets an agency ask for a service; a new one may book people and no more.",
      mixinStandardHelpOptions = true)
  static final class PermitService implements Callable<Integer> {
    @Mixin private Whose whose;
    @Mixin private Which which;

    @Override
    public Integer call() throws Exception {
      return whose.act(
          "permit-service",
          "may ask for " + which.service.key(),
          (permits, ori, by) -> permits.permit(ori, which.service, by));
    }
  }

  /// `agency revoke-service`.
  @Command(
      name = "revoke-service",
      description = "Takes that back: what it sends of that kind is refused from now on.",
      mixinStandardHelpOptions = true)
  static final class RevokeService implements Callable<Integer> {
    @Mixin private Whose whose;
    @Mixin private Which which;

    @Override
    public Integer call() throws Exception {
      return whose.act(
          "revoke-service",
          "may not ask any more for " + which.service.key(),
          (permits, ori, by) -> permits.revoke(ori, which.service, by));
    }
  }

  /// To whom.
  static final class To {
    @Option(
        names = "--to",
        required = true,
        paramLabel = "ORI",
        description = "another agency's ORI, as cards name it in 2.007 SCO")
    private String to;
  }

  /// `agency permit-copy`.
  @Command(
      name = "permit-copy",
      description = "Lets copies of an agency's answers go to another where its cards ask so.",
      mixinStandardHelpOptions = true)
  static final class PermitCopy implements Callable<Integer> {
    @Mixin private Whose whose;
    @Mixin private To to;

    @Override
    public Integer call() throws Exception {
      return whose.act(
          "permit-copy",
          "may have copies sent to " + to.to,
          (permits, ori, by) -> permits.permitCopy(ori, new Ori(to.to), by));
    }
  }

  /// `agency revoke-copy`.
  @Command(name = "revoke-copy", description = "Takes that back.", mixinStandardHelpOptions = true)
  static final class RevokeCopy implements Callable<Integer> {
    @Mixin private Whose whose;
    @Mixin private To to;

    @Override
    public Integer call() throws Exception {
      return whose.act(
          "revoke-copy",
          "may have no more copies sent to " + to.to,
          (permits, ori, by) -> permits.revokeCopy(ori, new Ori(to.to), by));
    }
  }
}
