package org.ridgeline.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.ledger.Witness;
import org.ridgeline.ledger.WitnessDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `audit witness`: countersigns a ledger's checkpoints, on another machine, until it is stopped.
@Command(
    name = "witness",
    description = {
      "Countersigns another machine's checkpoints that go on from the last one it saw, until",
      "stopped. That machine names it in ridgeline.properties: ledger.witness=http://HOST:PORT"
    },
    mixinStandardHelpOptions = true)
final class AuditWitness implements Callable<Integer> {
  @Option(
      names = "--listen",
      required = true,
      paramLabel = "ADDRESS:PORT",
      description = "where to listen, port 0 for a free one")
  private String listen;

  @Option(
      names = "--folder",
      required = true,
      paramLabel = "DIR",
      description = "its own folder: its key, made where there is none, and what it signed")
  private Path folder;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "public key of the ledger it witnesses")
  private Path key;

  @Override
  public Integer call() throws Exception {
    int colon = listen.lastIndexOf(':');
    if (colon < 1 || !listen.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("--listen " + listen + " expected ADDRESS:PORT");
    }
    InetSocketAddress address =
        new InetSocketAddress(
            listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1)));
    Witness witness = new Witness(folder, SigningKey.publicKey(key), Clock.systemUTC());
    CountDownLatch stopped = new CountDownLatch(1);
    try (WitnessDoor door = new WitnessDoor(witness, address)) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stopped::countDown));
      System.out.println("witness at " + listen.substring(0, colon) + ":" + door.port());
      stopped.await();
    }
    return ExitCode.DONE;
  }
}
