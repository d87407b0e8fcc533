package org.ridgeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.app.ErasureSweep;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.SignedText;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.repository.AmendmentRefusedException;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.ridgeline.repository.amend.ErasuresAgain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `repository amend again`: what had been erased came back with a backup, and goes again.
@Command(
    name = "again",
    description = {
      "Does erasures again that were done after the backup an installation was restored from, by",
      "their receipts. Each must be signed by the ledger's key. Exit code 1 where one is not, or",
      "is no receipt of an erasure; the others are done."
    },
    mixinStandardHelpOptions = true)
final class AmendAgain implements Callable<Integer> {
  @Mixin private DataOption data;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "public key that signed them (default: DIR/ledger/public.key)")
  private Optional<Path> key;

  @Parameters(arity = "1..*", paramLabel = "RECEIPT", description = "receipts as they were printed")
  private List<Path> receipts;

  /// What a file holds; empty where it is no signed text.
  private record Read(Path file, Optional<SignedText> receipt) {}

  @Override
  public Integer call() throws Exception {
    List<Read> read = new ArrayList<>();
    for (Path file : receipts) {
      read.add(new Read(file, SignedText.ofPrinted(Files.readString(file))));
    }
    try (DataOption.Opened opened = data.open();
        Checkpoints _ = opened.get(Checkpoints.class)) {
      PublicKey trusted =
          SigningKey.publicKey(
              key.orElse(opened.folder().root().resolve("ledger").resolve("public.key")));
      ErasuresAgain again = new ErasuresAgain(opened.get(AmendmentDesk.class));
      boolean isAllDone = true;
      for (Read one : read) {
        isAllDone &= isDone(again, one.file(), one.receipt(), trusted);
      }
      sweep(opened);
      return isAllDone ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private static boolean isDone(
      ErasuresAgain again, Path file, Optional<SignedText> receipt, PublicKey trusted) {
    if (receipt.filter(one -> one.isSignedBy(trusted)).isEmpty()) {
      System.err.println(
          "ridgeline: "
              + file
              + ": no receipt, changed, or not signed by "
              + SigningKey.id(trusted));
      return false;
    }
    try {
      ErasuresAgain.Done done = again.of(receipt.get().text());
      System.out.printf(
          "%s: %s, %d encounters erased again, %d were not there%n",
          file, done.repository(), done.erased(), done.gone());
      return true;
    } catch (AmendmentRefusedException e) {
      System.err.println("ridgeline: " + file + ": " + e.getMessage());
      return false;
    }
  }

  /// A server does it by itself within a minute.
  private static void sweep(DataOption.Opened opened) throws Exception {
    if (opened.folder().servedAt().isEmpty()) {
      opened.get(ErasureSweep.class).now();
    }
  }
}
