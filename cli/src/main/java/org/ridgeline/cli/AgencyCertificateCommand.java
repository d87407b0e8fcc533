package org.ridgeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.CertificateRegister;
import org.ridgeline.exchange.agency.ClientCertificate;
import org.ridgeline.vocabulary.Ori;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `agency ...`: by which certificates agencies are known.
final class AgencyCertificateCommand {
  private AgencyCertificateCommand() {}

  /// Reads a little more than is taken, so that what is too large is said to be.
  private static ClientCertificate read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ClientCertificate.of(in.readNBytes(Limits.CERTIFICATE_BYTES_MAX + 1));
    }
  }

  /// `agency add-certificate`.
  @Command(
      name = "add-certificate",
      description =
          "Registers a certificate by which an agency is known at the API, beside those it has. Its"
              + " authority stands in server.client-authorities.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--ori", required = true, description = "the agency's ORI")
    private String ori;

    @Option(
        names = "--expires",
        paramLabel = "DAY",
        description = "last day it is taken (UTC); the certificate's own end comes first")
    private Optional<LocalDate> expires;

    @Parameters(
        paramLabel = "FILE.pem",
        description = "the certificate alone: no key, no authority's")
    private Path file;

    @Option(names = "--json", description = "print {\"ori\",\"sha256\",\"subject\",\"expiresAt\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      ClientCertificate certificate = read(file);
      Optional<Instant> last =
          expires.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
      Instant end;
      try (DataOption.Opened opened = data.open()) {
        end =
            opened
                .get(CertificateRegister.class)
                .add(new Ori(ori), certificate, last, Administrator.local());
      }
      if (json) {
        Output.json(new Added(ori, certificate.sha256(), certificate.subject(), end.toString()));
      } else {
        System.out.println(
            "agency " + ori + " is known until " + end + " by " + certificate.subject());
        System.out.println("SHA-256 " + certificate.sha256());
      }
      return ExitCode.DONE;
    }

    record Added(String ori, String sha256, String subject, String expiresAt) {}
  }

  /// `agency remove-certificate`.
  @Command(
      name = "remove-certificate",
      description = "Takes a certificate out at once, on open connections as well.",
      mixinStandardHelpOptions = true)
  static final class Withdraw implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;
    @Mixin private AccessOptions.Reason reason;

    @Option(names = "--ori", required = true, description = "the agency's ORI")
    private String ori;

    @ArgGroup(multiplicity = "1")
    private One one = new One();

    /// Which, by itself or by its digits.
    static final class One {
      @Parameters(paramLabel = "FILE.pem", description = "the certificate")
      private Optional<Path> file = Optional.empty();

      @Option(names = "--sha256", paramLabel = "HEX", description = "its SHA-256, as in the list")
      private Optional<String> sha256 = Optional.empty();
    }

    @Override
    public Integer call() throws Exception {
      String sha256 = one.file.isPresent() ? read(one.file.get()).sha256() : one.sha256.get();
      try (DataOption.Opened opened = data.open()) {
        opened
            .get(CertificateRegister.class)
            .remove(new Ori(ori), sha256, reason.text(), Administrator.local());
      }
      return said.done(
          ori, "remove-certificate", "agency " + ori + " is not known any more by " + sha256);
    }
  }

  /// `agency require-certificate`.
  @Command(
      name = "require-certificate",
      description = "Lets an agency in only by a token and a certificate of it, both.",
      mixinStandardHelpOptions = true)
  static final class Require implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;

    @Option(names = "--ori", required = true, description = "the agency's ORI")
    private String ori;

    @Option(names = "--off", description = "takes that back: one of them is enough")
    private boolean isOff;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        opened.get(CertificateRegister.class).require(new Ori(ori), !isOff, Administrator.local());
      }
      String words = isOff ? " comes in by token or certificate" : " needs token and certificate";
      return said.done(ori, "require-certificate", "agency " + ori + words);
    }
  }
}
