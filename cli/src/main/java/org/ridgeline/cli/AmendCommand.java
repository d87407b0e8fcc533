package org.ridgeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.ridgeline.app.ErasureSweep;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.operator.Operator;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.SignedText;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.AmendmentRefusedException;
import org.ridgeline.repository.amend.Amendment;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.ridgeline.repository.amend.Amendments;
import org.ridgeline.repository.amend.Change;
import org.ridgeline.repository.amend.Ground;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `repository amend`: two records officers change who is who.
///
/// The officers are named, not logged in: whoever runs commands on the data folder is trusted to
/// say who they are (docs/erasure.md).
@Command(
    name = "amend",
    description = {
      "Removes, expunges, merges, moves, seals: one records officer asks, another approves.",
      "Exit code 1 where the records do not allow it."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      AmendCommand.Ask.class,
      AmendCommand.Approve.class,
      AmendCommand.Decline.class,
      AmendCommand.Listed.class,
      AmendCommand.Receipt.class,
      AmendCommand.VerifyReceipt.class,
      AmendAgain.class
    })
final class AmendCommand {
  private static final int LISTED_MAX = 500;

  /// What all steps need to know.
  private static final class Where {
    @Mixin private DataOption data;

    @Option(names = "--name", required = true, description = "criminal, immigration or civil")
    private String name;

    @Option(names = "--json", description = "print the amendment as JSON")
    private boolean json;
  }

  /// What a step does with the amendments of a repository.
  private interface Step {
    Amendment on(DataOption.Opened opened, Amendments amendments) throws Exception;
  }

  private static int step(Where where, Step step) throws Exception {
    try (DataOption.Opened opened = where.data.open();
        Checkpoints _ = opened.get(Checkpoints.class)) {
      Amendment one = step.on(opened, opened.get(AmendmentDesk.class).of(where.name));
      if (where.json) {
        Output.json(AmendmentJson.of(one));
      } else {
        System.out.println(line(one));
      }
      return ExitCode.DONE;
    } catch (AmendmentRefusedException e) {
      System.err.println("ridgeline: " + e.getMessage());
      return ExitCode.FINDINGS;
    }
  }

  private static String officer(DataOption.Opened opened, String name) {
    Optional<Operator> known = opened.get(OperatorStore.class).byName(name);
    if (known.filter(o -> o.duty().role() == Role.RECORDS_OFFICER).isEmpty()) {
      throw new AmendmentRefusedException(
          "--as " + name + ": no records officer of that name; an administrator invites them");
    }
    if (known.get().lockedAt().isPresent()) {
      throw new AmendmentRefusedException("--as " + name + ": is locked");
    }
    return known.get().name();
  }

  private static String line(Amendment one) {
    String target = one.change().target().map(id -> " into " + id).orElse("");
    String decided = one.decision().map(d -> ", " + d.step().by()).orElse("");
    return one.id()
        + "  "
        + one.state()
        + "  "
        + one.change().kind().words()
        + " "
        + one.change().subject()
        + target
        + "  ("
        + one.ground().authority()
        + "; "
        + one.asked().by()
        + decided
        + ")";
  }

  /// An amendment as JSON; nobody decided where `decided` names nobody.
  record AmendmentJson(
      UUID id,
      String state,
      ChangeJson change,
      String order,
      String reason,
      StepJson asked,
      StepJson decided,
      String sweptAt) {
    /// What was to be changed.
    record ChangeJson(String kind, UUID id, String into) {}

    /// Who, and when.
    record StepJson(String by, String at) {
      static StepJson of(Amendment.Step step) {
        return new StepJson(step.by(), step.at().toString());
      }
    }

    static AmendmentJson of(Amendment one) {
      Change change = one.change();
      return new AmendmentJson(
          one.id(),
          one.state(),
          new ChangeJson(
              change.kind().name(),
              change.subject(),
              change.target().map(UUID::toString).orElse("")),
          one.ground().authority(),
          one.ground().reason(),
          StepJson.of(one.asked()),
          one.decision().map(d -> StepJson.of(d.step())).orElse(new StepJson("", "")),
          one.sweptAt().map(Object::toString).orElse(""));
    }
  }

  /// `repository amend ask`.
  @Command(
      name = "ask",
      description = "Asks for a change; nothing happens before another officer approves.",
      mixinStandardHelpOptions = true)
  static final class Ask implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Where where;

    @Option(
        names = "--kind",
        required = true,
        description = {
          "remove-encounter, remove-person, expunge-encounter, expunge-person, merge, move,",
          "unlink, seal-encounter, seal-person, unseal-encounter, unseal-person"
        })
    private String kind;

    @Option(names = "--id", required = true, description = "the person or encounter")
    private UUID id;

    @Option(names = "--into", description = "the person to become, of merge and move")
    private Optional<UUID> into;

    @Option(names = "--order", required = true, description = "order number, or the authority")
    private String order;

    @Option(names = "--reason", required = true, description = "kept for good: no names")
    private String reason;

    @Option(names = "--as", required = true, description = "the records officer who asks")
    private String officer;

    @Override
    public Integer call() throws Exception {
      Change change = change();
      return step(
          where,
          (opened, amendments) ->
              amendments.ask(change, new Ground(order, reason), officer(opened, officer)));
    }

    private Change change() {
      try {
        String name = kind.toUpperCase(Locale.ROOT).replace('-', '_');
        return new Change(Change.Kind.valueOf(name), id, into);
      } catch (IllegalArgumentException e) {
        String said = e.getMessage().startsWith("No enum") ? "see --help" : e.getMessage();
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--kind " + kind + ": " + said);
      }
    }
  }

  /// `repository amend approve`.
  @Command(
      name = "approve",
      description = {
        "Approves what another officer asked for, and does it. After an erasure the database's",
        "files are swept, by a running server within a minute, else at once."
      },
      mixinStandardHelpOptions = true)
  static final class Approve implements Callable<Integer> {
    @Mixin private Where where;

    @Option(names = "--id", required = true, description = "the amendment")
    private UUID id;

    @Option(names = "--as", required = true, description = "the records officer who approves")
    private String officer;

    @Option(names = "--no-sweep", description = "leave the sweep to `repository sweep`")
    private boolean noSweep;

    @Override
    public Integer call() throws Exception {
      return step(
          where,
          (opened, amendments) -> {
            Amendment one = amendments.approve(id, officer(opened, officer));
            boolean isServed = opened.folder().servedAt().isPresent();
            if (one.change().kind().isErasure() && !isServed && !noSweep) {
              opened.get(ErasureSweep.class).now();
              return amendments.find(id);
            }
            return one;
          });
    }
  }

  /// `repository amend decline`.
  @Command(
      name = "decline",
      description = "Declines what another officer asked for.",
      mixinStandardHelpOptions = true)
  static final class Decline implements Callable<Integer> {
    @Mixin private Where where;

    @Option(names = "--id", required = true, description = "the amendment")
    private UUID id;

    @Option(names = "--as", required = true, description = "the records officer who declines")
    private String officer;

    @Override
    public Integer call() throws Exception {
      return step(where, (opened, amendments) -> amendments.decline(id, officer(opened, officer)));
    }
  }

  /// `repository amend list`.
  @Command(
      name = "list",
      description = "The open amendments, then the newest.",
      mixinStandardHelpOptions = true)
  static final class Listed implements Callable<Integer> {
    @Mixin private Where where;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = where.data.open();
          Checkpoints _ = opened.get(Checkpoints.class)) {
        Amendments amendments = opened.get(AmendmentDesk.class).of(where.name);
        opened
            .get(Trail.class)
            .person(
                new Trail.Person("command line", "SYSTEM", "amendment"),
                Action.Known.AMENDMENT_LIST,
                Subject.Kind.REPOSITORY.of(where.name),
                Map.of());
        List<Amendment> all = amendments.newest(LISTED_MAX);
        if (where.json) {
          Output.json(all.stream().map(AmendmentJson::of).toList());
        } else {
          all.forEach(one -> System.out.println(line(one)));
        }
        return ExitCode.DONE;
      }
    }
  }

  /// `repository amend receipt`.
  @Command(
      name = "receipt",
      description = "Prints the signed receipt of an erasure.",
      mixinStandardHelpOptions = true)
  static final class Receipt implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--name", required = true, description = "criminal, immigration or civil")
    private String name;

    @Option(names = "--id", required = true, description = "the amendment")
    private UUID id;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        Amendment one = opened.get(AmendmentDesk.class).of(name).find(id);
        if (one.receipt().isEmpty()) {
          throw new AmendmentRefusedException(
              "amendment " + id + " has no receipt: only an erasure that was applied has one");
        }
        System.out.print(one.receipt().get().printed());
        return ExitCode.DONE;
      } catch (AmendmentRefusedException e) {
        System.err.println("ridgeline: " + e.getMessage());
        return ExitCode.FINDINGS;
      }
    }
  }

  /// `repository amend verify-receipt`: needs no data folder.
  @Command(
      name = "verify-receipt",
      description = "Checks a receipt's signature. Exit code 1 where it is not that key's.",
      mixinStandardHelpOptions = true)
  static final class VerifyReceipt implements Callable<Integer> {
    @Option(
        names = "--key",
        required = true,
        paramLabel = "FILE",
        description = "public key file, as of DIR/ledger/public.key, kept elsewhere")
    private Path key;

    @Parameters(paramLabel = "FILE", description = "the receipt as it was printed")
    private Path file;

    @Override
    public Integer call() throws Exception {
      Optional<SignedText> receipt = SignedText.ofPrinted(Files.readString(file));
      if (receipt.isEmpty()) {
        System.out.println(file + ": no receipt: the lines signed-by and signature are missing");
        return ExitCode.FINDINGS;
      }
      if (!receipt.get().isSignedBy(SigningKey.publicKey(key))) {
        System.out.println(
            file + ": NOT signed by this key: changed, or signed by " + receipt.get().keyId());
        return ExitCode.FINDINGS;
      }
      System.out.println(file + ": signed by " + receipt.get().keyId() + ", unchanged");
      return ExitCode.DONE;
    }
  }
}
