package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.ledger.AuditFinding;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.LedgerAudit;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.ledger.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `audit`: what the ledger is worth, and what it says.
@Command(
    name = "audit",
    description = "The ledger: who did, saw and sent what, and why.",
    mixinStandardHelpOptions = true,
    subcommands = {AuditCommand.Verify.class, AuditCommand.Export.class})
final class AuditCommand {
  /// `audit verify`.
  @Command(
      name = "verify",
      description = {
        "Checks the ledger's chain and signatures from outside: reads rows, makes every hash anew.",
        "Exit code 1 where anything is wrong.",
        "Give copies of the checkpoints file and the public key that were kept elsewhere: who",
        "could write in the data folder could have changed those in it."
      },
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(
        names = "--checkpoints",
        paramLabel = "FILE",
        description = "checkpoints file (default: DIR/ledger/checkpoints.log)")
    private Optional<Path> checkpoints;

    @Option(
        names = "--key",
        paramLabel = "FILE",
        description = "public key file (default: DIR/ledger/public.key)")
    private Optional<Path> key;

    @Option(
        names = "--json",
        description =
            "print {\"entries\",\"checkpoints\",\"signedUpTo\",\"findingCount\",\"findings\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        Path place = opened.folder().root().resolve("ledger");
        if (key.isEmpty()) {
          SigningKey.in(place);
        }
        LedgerAudit.Report report =
            opened
                .get(LedgerReader.class)
                .audit(
                    SigningKey.publicKey(key.orElse(place.resolve("public.key"))),
                    lines(place),
                    (done, all) -> Output.progress("entries", done, all));
        print(report);
        return report.isClean() ? ExitCode.DONE : ExitCode.FINDINGS;
      }
    }

    /// A file that was asked for must be there; the folder's own is not before the first signature.
    private List<String> lines(Path place) throws IOException {
      Path own = place.resolve(Checkpoints.FILE);
      if (checkpoints.isEmpty() && !Files.exists(own)) {
        return List.of();
      }
      return Files.readAllLines(checkpoints.orElse(own));
    }

    private void print(LedgerAudit.Report report) {
      if (json) {
        Output.json(report);
        return;
      }
      System.out.printf(
          "%d entries, %d checkpoints, signed up to entry %d: %s%n",
          report.entries(),
          report.checkpoints(),
          report.signedUpTo(),
          report.isClean() ? "nothing is wrong" : report.findingCount() + " wrong");
      report.findings().forEach(f -> System.out.println(line(f)));
      if (report.findingCount() > report.findings().size()) {
        System.out.println("  and " + (report.findingCount() - report.findings().size()) + " more");
      }
    }
  }

  private static String line(AuditFinding finding) {
    return "  entry " + finding.number() + "  " + finding.code() + "  " + finding.what();
  }

  /// `audit export`.
  @Command(
      name = "export",
      description = "Prints the entries about one subject, a line of JSON each.",
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(
        names = "--subject",
        required = true,
        description = "like case:UUID, person:UUID, submission:CONTROL")
    private List<String> subjects;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        for (ChainedEntry entry :
            opened.get(LedgerReader.class).about(subjects.stream().map(Subject::new).toList())) {
          Output.json(EntryJson.of(entry));
        }
      }
      return ExitCode.DONE;
    }
  }

  /// An entry as JSON.
  record EntryJson(
      long number,
      Instant at,
      String room,
      String actor,
      String role,
      String purpose,
      String action,
      String subject,
      Map<String, String> detail,
      String hash) {
    static EntryJson of(ChainedEntry chained) {
      var entry = chained.entry();
      return new EntryJson(
          chained.number(),
          chained.at(),
          chained.room(),
          entry.actor(),
          entry.role(),
          entry.purpose(),
          entry.action().key(),
          entry.subject().text(),
          entry.detail(),
          HexFormat.of().formatHex(chained.hash()));
    }
  }
}
