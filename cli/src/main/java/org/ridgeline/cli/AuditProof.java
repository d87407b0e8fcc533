package org.ridgeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.ledger.CanonicalForm;
import org.ridgeline.ledger.EntryProof;
import org.ridgeline.ledger.Proofs;
import org.ridgeline.ledger.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// That one entry is in the ledger, on a sheet to hand to somebody.
final class AuditProof {
  private AuditProof() {}

  /// `audit prove`.
  @Command(
      name = "prove",
      description = {
        "Writes a proof that an entry is in the ledger, small enough to hand to a person.",
        "It holds the entry as it is: give it only to somebody who may know it."
      },
      mixinStandardHelpOptions = true)
  static final class Prove implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--entry", required = true, paramLabel = "N", description = "its number")
    @Between(least = 1)
    private long entry;

    @Option(names = "--out", paramLabel = "FILE", description = "file (default: standard output)")
    private Optional<Path> out;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        Optional<EntryProof> proof = opened.get(Proofs.class).of(entry);
        if (proof.isEmpty()) {
          System.err.println(
              "ridgeline: there is no entry "
                  + entry
                  + ", or no checkpoint covers it yet: the server signs every five minutes");
          return ExitCode.FINDINGS;
        }
        if (out.isPresent()) {
          Files.write(out.get(), proof.get().lines());
        } else {
          proof.get().lines().forEach(System.out::println);
        }
        return ExitCode.DONE;
      }
    }
  }

  /// `audit check-proof`.
  @Command(
      name = "check-proof",
      description = {
        "Checks a proof with nothing but a public key, and prints the entry.",
        "Exit code 1 where it proves nothing."
      },
      mixinStandardHelpOptions = true)
  static final class CheckProof implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "what audit prove wrote")
    private Path file;

    @Option(
        names = "--key",
        required = true,
        paramLabel = "FILE",
        description = "public key that is trusted: the one that signed, or an earlier one")
    private Path key;

    @Override
    public Integer call() throws Exception {
      Optional<EntryProof> proof = EntryProof.of(Files.readAllLines(file));
      if (proof.isEmpty() || !proof.get().isProvenBy(SigningKey.publicKey(key))) {
        System.out.println("proves nothing: not a proof, changed, or not signed by this key");
        return ExitCode.FINDINGS;
      }
      print(proof.get().entry().orElseThrow());
      var checkpoint = proof.get().checkpoint();
      System.out.println(
          "is in the ledger that key "
              + checkpoint.keyId()
              + " signed at "
              + checkpoint.madeAt()
              + " up to entry "
              + checkpoint.number());
      return ExitCode.DONE;
    }

    private static void print(CanonicalForm.Said entry) {
      System.out.println("entry " + entry.number() + " of " + entry.fields().at());
      List<String> names = List.of("room", "actor", "role", "purpose", "action", "subject");
      for (int i = 0; i < names.size(); i++) {
        System.out.println("  " + names.get(i) + ": " + entry.fields().texts().get(i));
      }
      List<String> detail = entry.fields().detail();
      for (int i = 0; i + 1 < detail.size(); i += 2) {
        System.out.println("  " + detail.get(i) + " = " + detail.get(i + 1));
      }
    }
  }
}
