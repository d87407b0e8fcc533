package org.ridgeline.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ridgeline.app.CaseHearing;
import org.ridgeline.app.ErasureSweep;
import org.ridgeline.app.Retention;
import org.ridgeline.casework.casefile.CasePurge;
import org.ridgeline.casework.determination.PurgeRelay;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.purge.CivilEncounters;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.exchange.purge.PurgeStore;
import org.ridgeline.exchange.purge.RetentionRule;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.Limits;
import org.ridgeline.ledger.Receipt;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.ridgeline.repository.amend.Expiry;
import org.ridgeline.vocabulary.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `retention`: how long what is kept, what must be kept longer, and proof of what went.
@Command(
    name = "retention",
    description = "How long what is kept; holds; receipts of what was taken out.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RetentionCommand.Plan.class,
      RetentionCommand.Run.class,
      RetentionCommand.Hold.class,
      RetentionCommand.Release.class,
      RetentionCommand.ListHolds.class,
      RetentionCommand.Receipts.class
    })
final class RetentionCommand {
  private static final String BY = "command line";
  private static final String ENCOUNTER = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /// `retention plan`.
  @Command(
      name = "plan",
      description = "Says what a run would take out now, by rule, and changes nothing.",
      mixinStandardHelpOptions = true)
  static final class Plan implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(
        names = "--json",
        description = "print [{\"rule\",\"since\",\"days\",\"due\",\"keptBack\",\"oldest\"}]")
    private boolean json;

    /// A rule as JSON; `days` null where it is not set.
    record PlanJson(
        String rule,
        String since,
        Optional<Integer> days,
        long due,
        Map<String, Long> keptBack,
        Optional<Instant> oldest) {
      static PlanJson of(Retention.Planned planned) {
        return new PlanJson(
            planned.rule(),
            planned.since(),
            planned.days(),
            planned.plan().map(RetentionRule.Plan::due).orElse(0L),
            planned.plan().<Map<String, Long>>map(RetentionRule.Plan::keptBack).orElse(Map.of()),
            planned.plan().flatMap(RetentionRule.Plan::oldest));
      }

      String line() {
        if (days.isEmpty()) {
          return rule + "  not set: nothing goes";
        }
        String kept =
            keptBack.entrySet().stream()
                .map(entry -> entry.getValue() + " kept by " + entry.getKey())
                .collect(Collectors.joining(", "));
        return rule
            + "  "
            + days.get()
            + " days "
            + since
            + ": "
            + due
            + " would go"
            + (kept.isEmpty() ? "" : "; " + kept)
            + oldest.map(at -> "; oldest " + at).orElse("");
      }
    }

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        List<PlanJson> lines =
            opened.get(Retention.class).plan().stream().map(PlanJson::of).toList();
        if (json) {
          Output.json(lines);
        } else {
          lines.forEach(line -> System.out.println(line.line()));
        }
      }
      return ExitCode.DONE;
    }
  }

  /// `retention run`.
  @Command(
      name = "run",
      description = {
        "Applies the rules that are set in ridgeline.properties, once. Where encounters of",
        "applicants went, the database's files are swept: by a running server within a minute,",
        "else at once."
      },
      mixinStandardHelpOptions = true)
  static final class Run implements Callable<Integer> {
    @Mixin private DataOption data;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        opened.get(CaseHearing.class);
        List<Retention.Ran> ran = opened.get(Retention.class).run(BY, "ADMINISTRATOR");
        ran.forEach(one -> System.out.println(one.rule() + "  " + one.count()));
        System.out.println(purged(opened) + " submissions purged");
        boolean isServed = opened.folder().servedAt().isPresent();
        if (!isServed && ran.stream().anyMatch(Run::erased)) {
          opened.get(ErasureSweep.class).now();
        }
      }
      return ExitCode.DONE;
    }

    private static boolean erased(Retention.Ran ran) {
      return ran.count() > 0 && ran.rule().equals("retention." + CivilEncounters.KEY);
    }
  }

  private static int purged(DataOption.Opened opened) {
    opened.get(PurgeRelay.class).follow();
    return opened.get(Retention.class).purgeOrdered();
  }

  /// What a hold is on, and why.
  abstract static class HoldStep implements Callable<Integer> {
    @Mixin private DataOption data;

    @Parameters(
        paramLabel = "NUMBER",
        description = "a case's number (C2026-000001) or a submission's control number")
    private String number;

    @Option(
        names = "--reason",
        required = true,
        description = "why, for the ledger: the order's number, without names")
    private String reason;

    abstract boolean step(Retention retention, String number, String reason);

    abstract String said(boolean done);

    @Override
    public Integer call() throws Exception {
      if (reason.isBlank() || reason.length() > Limits.TEXT_CHARS_MAX) {
        System.err.println(
            "ridgeline: --reason expected 1.." + Limits.TEXT_CHARS_MAX + " characters");
        return ExitCode.USAGE;
      }
      try (DataOption.Opened opened = data.open()) {
        opened.get(CaseHearing.class);
        boolean done = step(opened.get(Retention.class), number, reason);
        System.out.println(number + ": " + said(done));
        return done ? ExitCode.DONE : ExitCode.FINDINGS;
      }
    }
  }

  /// `retention hold`.
  @Command(
      name = "hold",
      description = "Keeps a case and its submissions, or one submission, whatever a rule says.",
      mixinStandardHelpOptions = true)
  static final class Hold extends HoldStep {
    @Override
    boolean step(Retention retention, String number, String reason) {
      return retention.hold(number, reason, BY);
    }

    @Override
    String said(boolean done) {
      return done ? "held" : "is under a hold already";
    }
  }

  /// `retention release`.
  @Command(
      name = "release",
      description = "Ends a hold; what was to be purged meanwhile is purged.",
      mixinStandardHelpOptions = true)
  static final class Release extends HoldStep {
    @Override
    boolean step(Retention retention, String number, String reason) {
      return retention.release(number, reason, BY);
    }

    @Override
    String said(boolean done) {
      return done ? "released" : "is under no hold";
    }
  }

  /// `retention holds`.
  @Command(
      name = "holds",
      description = "Lists the holds that stand.",
      mixinStandardHelpOptions = true)
  static final class ListHolds implements Callable<Integer> {
    @Mixin private DataOption data;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        List<Holds.Hold> holds = opened.get(Holds.class).standing();
        holds.forEach(hold ->
            System.out.println(
                hold.subject()
                    + "  since "
                    + hold.at()
                    + " by "
                    + hold.by()
                    + ": "
                    + hold.reason()));
        System.out.println(holds.size() + " holds");
      }
      return ExitCode.DONE;
    }
  }

  /// `retention receipts`.
  @Command(
      name = "receipts",
      description = {
        "Prints the signed receipts of what was taken out of a case and its submissions, of one",
        "submission, or of an applicant's encounter that went by its age, and checks each: signed",
        "by the key, and named in the ledger. Exit code 1 where one is not, or there is none."
      },
      mixinStandardHelpOptions = true)
  static final class Receipts implements Callable<Integer> {
    @Mixin private DataOption data;

    @Parameters(
        paramLabel = "NUMBER",
        description = {
          "a case's number (C2026-000001), a submission's control number,",
          "or an encounter's id"
        })
    private String number;

    @Option(
        names = "--key",
        paramLabel = "FILE",
        description = "public key file (default: DIR/ledger/public.key)")
    private Optional<Path> key;

    /// A receipt as it was made, whichever kind.
    private record Made(String text, String digest, Subject subject, boolean isSigned) {}

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        Path usual = opened.folder().root().resolve("ledger/public.key");
        PublicKey open = SigningKey.publicKey(key.orElse(usual));
        List<Made> receipts =
            number.matches(ENCOUNTER)
                ? ofEncounter(opened, UUID.fromString(number), open)
                : ofPurges(opened, open);
        if (receipts.isEmpty()) {
          System.err.println("ridgeline: nothing of " + number + " was taken out");
          return ExitCode.FINDINGS;
        }
        LedgerReader ledger = opened.get(LedgerReader.class);
        boolean all = true;
        for (Made receipt : receipts) {
          all &= print(receipt, isListed(ledger, receipt));
        }
        return all ? ExitCode.DONE : ExitCode.FINDINGS;
      }
    }

    private List<Made> ofPurges(DataOption.Opened opened, PublicKey open) {
      List<Receipt> receipts = new ArrayList<>();
      for (Subject subject : opened.get(Retention.class).subjects(number)) {
        if (subject.kind().filter(Subject.Kind.CASE::equals).isPresent()) {
          String id = subject.text().substring(Subject.Kind.CASE.key().length() + 1);
          receipts.addAll(opened.get(CasePurge.class).receipts(UUID.fromString(id)));
        } else {
          receipts.addAll(opened.get(PurgeStore.class).receipts(subject));
        }
      }
      return receipts.stream()
          .map(one ->
              new Made(
                  one.text(),
                  Sha256.hex(one.text().getBytes(StandardCharsets.UTF_8)),
                  one.statement().subject(),
                  one.isSignedBy(open)))
          .toList();
    }

    private static List<Made> ofEncounter(DataOption.Opened opened, UUID id, PublicKey open) {
      return opened.get(AmendmentDesk.class).all().stream()
          .flatMap(amendments -> amendments.expiry().find(id).stream())
          .map(one ->
              new Made(
                  one.receipt().printed(),
                  Expiry.digest(one),
                  Subject.Kind.ENCOUNTER.of(id),
                  one.receipt().isSignedBy(open)))
          .toList();
    }

    /// Whether an entry of the ledger names this very text.
    private static boolean isListed(LedgerReader ledger, Made receipt) {
      return ledger.about(List.of(receipt.subject())).stream()
          .anyMatch(entry -> receipt.digest().equals(entry.entry().detail().get("receipt")));
    }

    private static boolean print(Made receipt, boolean isListed) {
      System.out.print(receipt.text());
      System.out.println(
          (receipt.isSigned() ? "signed by this key" : "NOT SIGNED BY THIS KEY")
              + (isListed ? ", its digest is in the ledger" : ", ITS DIGEST IS NOT IN THE LEDGER")
              + "\n");
      return receipt.isSigned() && isListed;
    }
  }
}
