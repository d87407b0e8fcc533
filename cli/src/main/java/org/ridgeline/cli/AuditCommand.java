package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.ledger.AuditFinding;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.HeldRecords;
import org.ridgeline.ledger.KeyHistory;
import org.ridgeline.ledger.KeyRescue;
import org.ridgeline.ledger.LedgerAudit;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.RecordAudit;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.ledger.Subject;
import org.ridgeline.ledger.Witnessed;
import org.ridgeline.ledger.stamp.StampAudit;
import org.ridgeline.ledger.stamp.TrustedSigners;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `audit`: what the ledger is worth, and what it says.
@Command(
    name = "audit",
    description = "The ledger: who did, saw and sent what, and why.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AuditCommand.Verify.class,
      AuditCommand.Export.class,
      AuditKeys.Accept.class,
      AuditKeys.RotateKey.class,
      AuditKeys.NewKey.class,
      AuditProof.Prove.class,
      AuditProof.CheckProof.class,
      AuditReport.class,
      AuditWitness.class
    })
final class AuditCommand {
  /// `audit verify`.
  @Command(
      name = "verify",
      description = {
        "Checks the ledger's chain and signatures from outside: reads rows, makes every hash anew,",
        "and compares what entries say of other tables with those tables as they are now.",
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
        description =
            "checkpoints file (default: DIR/ledger/checkpoints.log and the copy that is set)")
    private Optional<Path> checkpoints;

    @Option(
        names = "--key",
        paramLabel = "FILE",
        description = "public key file (default: DIR/ledger/public.key)")
    private Optional<Path> key;

    @Option(
        names = "--tsa-certificate",
        paramLabel = "FILE",
        description =
            "PEM file of who may sign time stamps, or issued their certificates"
                + " (default: the setting ledger.tsa-certificate)")
    private Optional<Path> authority;

    @Option(
        names = "--json",
        description =
            "print {\"entries\",\"checkpoints\",\"signedUpTo\",\"findingCount\",\"findings\","
                + "\"accepted\",\"rows\",\"purged\",\"notCovered\",\"stamps\",\"stampedUpTo\","
                + "\"stampedAt\",\"stampAuthorityKnown\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        Path place = opened.folder().root().resolve("ledger");
        LedgerReader reader = opened.get(LedgerReader.class);
        StampAudit stamping = stamping(opened.get(StampAudit.class));
        StampAudit.Kept kept = stamping.kept();
        List<String> witnessed = Witnessed.lines(place);
        List<Checkpoint> before = reader.checkpoints();
        List<String> lines = lines(place, opened.get(KeyRescue.class).copy());
        LedgerAudit.Report report =
            reader.audit(
                trusted(place), lines, (done, all) -> Output.progress("entries", done, all));
        if (checkpoints.isEmpty()) {
          report = report.with(LedgerAudit.unfiled(before, lines));
          report = report.with(Witnessed.findings(witnessed, known(reader, lines)));
        }
        List<String> everywhere = new ArrayList<>(lines);
        everywhere.addAll(filed(place, opened.get(KeyRescue.class).copy()));
        StampAudit.Report stamps = stamping.check(kept, known(reader, everywhere));
        report = report.with(stamps.findings());
        RecordAudit.Report rows =
            opened.get(HeldRecords.class).audit((done, all) -> Output.progress("rows", done, all));
        Verified verified = Verified.of(report, rows, stamps);
        print(verified, stamping.trusted().isPresent());
        return verified.findingCount() == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
      }
    }

    /// The key asked for, else the first that the folder knows of.
    private PublicKey trusted(Path place) throws IOException {
      Optional<PublicKey> first = key.isPresent() ? Optional.empty() : KeyHistory.firstIn(place);
      return first.isPresent()
          ? first.get()
          : SigningKey.publicKey(key.orElse(place.resolve("public.key")));
    }

    private StampAudit stamping(StampAudit set) throws IOException {
      return authority.isPresent()
          ? new StampAudit(
              set.dataSource(), set.ledger(), Optional.of(TrustedSigners.read(authority.get())))
          : set;
    }

    private static Set<Checkpoint> known(LedgerReader reader, List<String> lines) {
      Set<Checkpoint> known = new LinkedHashSet<>(reader.checkpoints());
      lines.forEach(line -> Checkpoint.ofLine(line).ifPresent(known::add));
      return known;
    }

    /// A file that was asked for must be there; the folder's own is not before the first signature,
    /// and its copy may be away.
    private List<String> lines(Path place, Optional<Path> copy) throws IOException {
      return checkpoints.isPresent() ? Files.readAllLines(checkpoints.get()) : filed(place, copy);
    }

    private static List<String> filed(Path place, Optional<Path> copy) throws IOException {
      Set<String> lines = new LinkedHashSet<>();
      for (Path one :
          Stream.concat(copy.stream(), Stream.of(place.resolve(Checkpoints.FILE))).toList()) {
        if (Files.exists(one)) {
          lines.addAll(Files.readAllLines(one));
        }
      }
      return List.copyOf(lines);
    }

    private void print(Verified report, boolean knowsAuthority) {
      if (json) {
        Map<String, Object> all = report.json();
        all.put("stampAuthorityKnown", knowsAuthority);
        Output.json(all);
        return;
      }
      System.out.printf(
          "%d entries, %d checkpoints, signed up to entry %d, %d rows (%d purged, %d not covered):"
              + " %s%n",
          report.chain().entries(),
          report.chain().checkpoints(),
          report.chain().signedUpTo(),
          report.rows().compared(),
          report.rows().purged(),
          report.rows().notCovered(),
          report.findingCount() == 0 ? "nothing is wrong" : report.findingCount() + " wrong");
      stamps(report.stamps(), knowsAuthority);
      report.findings().forEach(f -> System.out.println(AuditLine.of(f)));
      report.chain().accepted().forEach(f -> System.out.println(AuditLine.of(f) + " (accepted)"));
      if (report.findingCount() > report.findings().size()) {
        System.out.println("  and " + (report.findingCount() - report.findings().size()) + " more");
      }
    }

    private static void stamps(StampAudit.Report stamps, boolean knowsAuthority) {
      if (stamps.stamps() == 0) {
        return;
      }
      System.out.printf(
          "%d time stamps, up to entry %d at %s%s%n",
          stamps.stamps(),
          stamps.upTo(),
          stamps.at().orElseThrow(),
          knowsAuthority ? "" : "; whose they are is not known: give --tsa-certificate");
    }
  }

  /// What was found in the chain, with the stamps, and in the tables.
  /// - **Shape** `findings` of all
  record Verified(
      LedgerAudit.Report chain,
      RecordAudit.Report rows,
      StampAudit.Report stamps,
      List<AuditFinding> findings) {
    static Verified of(
        LedgerAudit.Report chain, RecordAudit.Report rows, StampAudit.Report stamps) {
      List<AuditFinding> findings = new ArrayList<>(chain.findings());
      findings.addAll(rows.findings());
      return new Verified(chain, rows, stamps, findings);
    }

    long findingCount() {
      return chain.findingCount() + rows.findingCount();
    }

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("entries", chain.entries());
      json.put("checkpoints", chain.checkpoints());
      json.put("signedUpTo", chain.signedUpTo());
      json.put("findingCount", findingCount());
      json.put("findings", findings);
      json.put("accepted", chain.accepted());
      json.put("rows", rows.compared());
      json.put("purged", rows.purged());
      json.put("notCovered", rows.notCovered());
      json.put("stamps", stamps.stamps());
      json.put("stampedUpTo", stamps.upTo());
      json.put("stampedAt", stamps.at().map(Instant::toString).orElse(""));
      return json;
    }
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
        int count = 0;
        for (ChainedEntry entry :
            opened.get(LedgerReader.class).about(subjects.stream().map(Subject::new).toList())) {
          Output.json(EntryJson.of(entry));
          count++;
        }
        if (count == 0) {
          System.err.println("ridgeline: no entry is about " + String.join(", ", subjects));
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
