package org.ridgeline.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.ledger.AuditFinding;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.KeyRescue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What an administrator does with the ledger's signing itself: each of it is in the ledger.
final class AuditKeys {
  private AuditKeys() {}

  /// Who does it.
  static final class Who {
    @Option(
        names = "--by",
        paramLabel = "NAME",
        description = "who does it (default: the name at the operating system)")
    private Optional<String> by;

    String name() {
      return by.orElse(System.getProperty("user.name"));
    }
  }

  private static void print(Checkpoint made) {
    System.out.println(
        "era "
            + made.era()
            + " begins: signed up to entry "
            + made.number()
            + " by key "
            + made.keyId());
  }

  /// `audit accept`.
  @Command(
      name = "accept",
      description = {
        "Accepts what stopped the signing, openly: an entry says who and why, an era begins.",
        "Run audit verify first and keep what it says: what was changed stays changed."
      },
      mixinStandardHelpOptions = true)
  static final class Accept implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private Who who;

    @Option(names = "--reason", required = true, description = "why it is accepted")
    private String reason;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        Checkpoints checkpoints = opened.get(Checkpoints.class);
        List<AuditFinding> found = checkpoints.look();
        found.forEach(f -> System.out.println(AuditLine.of(f)));
        Optional<Checkpoint> made = checkpoints.accept(who.name(), reason);
        made.ifPresentOrElse(
            AuditKeys::print, () -> System.out.println("nothing is wrong: nothing to accept"));
        return ExitCode.DONE;
      }
    }
  }

  /// `audit rotate-key`.
  @Command(
      name = "rotate-key",
      description = "Puts a new signing key in the place of the old one, which vouches for it.",
      mixinStandardHelpOptions = true)
  static final class RotateKey implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private Who who;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        String id = opened.get(Checkpoints.class).rotateKey(who.name());
        System.out.println("key " + id + " signs from now on");
        return ExitCode.DONE;
      }
    }
  }

  /// `audit new-key`.
  @Command(
      name = "new-key",
      description = {
        "Begins openly with a signing key that no other vouches for: where the old one is lost or",
        "was swapped. An entry says who and why; give the new public key to the overseers."
      },
      mixinStandardHelpOptions = true)
  static final class NewKey implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private Who who;

    @Option(names = "--reason", required = true, description = "why the old key is given up")
    private String reason;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        print(opened.get(KeyRescue.class).begin(who.name(), reason));
        return ExitCode.DONE;
      }
    }
  }
}
