package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;

/// A witness over HTTP, and somebody who holds the ledger's machine whole: database, folder and
/// key.
class WitnessTest {
  @TempDir private Path temp;
  private TestDatabase database;
  private WitnessDoor door;
  private WitnessClient client;
  private Path ledger;

  @BeforeEach
  void begin() throws Exception {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    ledger = temp.resolve("ledger");
    append(3);
    sign();
    listen(0);
  }

  private void listen(int port) throws Exception {
    Witness witness =
        new Witness(
            temp.resolve("witness"), KeyHistory.firstIn(ledger).orElseThrow(), Clock.systemUTC());
    door = new WitnessDoor(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    client =
        new WitnessClient(
            Optional.of(URI.create("http://127.0.0.1:" + door.port() + "/")),
            database.of().ledger(),
            ledger);
  }

  @AfterEach
  void end() {
    client.close();
    door.close();
    database.close();
  }

  private void append(int count) {
    for (int i = 0; i < count; i++) {
      new Ledger(database.of().exchange())
          .append(
              new LedgerEntry(
                  "exchange",
                  "SYSTEM",
                  "booking",
                  Action.Known.SEARCH_DECIDE,
                  Subject.Kind.SUBMISSION.of("R" + i),
                  Map.of()));
    }
  }

  private Checkpoints checkpoints() throws Exception {
    return new Checkpoints(database.of().ledger(), ledger, Clock.systemUTC());
  }

  private void sign() throws Exception {
    assertThat(checkpoints().sign()).isPresent();
  }

  private List<String> witnessed() throws Exception {
    return Files.readAllLines(ledger.resolve(Witnessed.FILE));
  }

  @Test
  void everyCheckpointThatGoesOnIsCountersigned() throws Exception {
    var key = SigningKey.publicKey(temp.resolve("witness/public.key"));
    for (int i = 1; i <= 5; i++) {
      assertThat(client.isDue()).isTrue();
      client.send();
      assertThat(client.isDue()).isFalse();
      assertThat(witnessed()).hasSize(i);
      Witnessed one = Witnessed.ofLine(witnessed().getLast()).orElseThrow();
      assertThat(one.isSignedBy(key)).isTrue();
      assertThat(one.digest())
          .isEqualTo(Checkpoints.all(database.of().ledger()).getLast().digest());
      append(i);
      if (i == 3) {
        checkpoints().rotateKey("root");
      }
      sign();
    }
    assertThat(Files.readAllLines(temp.resolve("witness/checkpoints.log")))
        .isEqualTo(Files.readAllLines(ledger.resolve(Checkpoints.FILE)).subList(0, 5));
  }

  @Test
  void itGoesOnAfterARestartAndSignsTheSameAgain() throws Exception {
    client.send();
    Files.delete(ledger.resolve(Witnessed.FILE));
    client.send();
    assertThat(witnessed()).hasSize(1);
    client.close();
    door.close();
    assertThat(client.isDue()).isFalse();
    append(1);
    sign();
    assertThatThrownBy(client::send).isInstanceOf(IllegalStateException.class);
    assertThat(client.trouble()).contains("did not sign");
    listen(0);
    client.send();
    assertThat(client.trouble()).isEmpty();
    assertThat(witnessed()).hasSize(2);
  }

  /// Another history of everything, signed by the true key: nothing on this machine can tell.
  @Test
  void whoHoldsTheWholeMachineCannotMakeTheWitnessForget() throws Exception {
    client.send();
    try (Connection connection = DriverManager.getConnection(database.adminUrl());
        Statement sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      sql.execute("truncate ledger.entry, ledger.link, ledger.checkpoint");
    }
    Files.delete(ledger.resolve(Checkpoints.FILE));
    append(7);
    sign();
    assertThat(Witnessed.findings(Witnessed.lines(ledger), Checkpoints.all(database.of().ledger())))
        .extracting(AuditFinding::code)
        .containsExactly(AuditFinding.Code.CHECKPOINT_MISSING);
    Files.delete(ledger.resolve(Witnessed.FILE));
    assertThat(checkpoints().look()).isEmpty();
    assertThatThrownBy(client::send).hasMessageContaining("does not go on from the checkpoint");
    assertThat(client.trouble()).contains("409");
    assertThat(ledger.resolve(Witnessed.FILE)).doesNotExist();
  }

  @Test
  void aKeyThatIsGoneWhileTheServerRunsStopsTheSigningAndNothingElse() throws Exception {
    Checkpoints server = checkpoints();
    Path key = ledger.resolve("signing.key");
    Files.move(key, temp.resolve("kept.key"));
    append(1);
    assertThat(server.sign()).isEmpty();
    assertThat(server.findings())
        .extracting(AuditFinding::code)
        .containsExactly(AuditFinding.Code.KEY_UNUSABLE);
    Files.move(temp.resolve("kept.key"), key);
    assertThat(server.sign()).isPresent();
    assertThat(server.findings()).isEmpty();
  }

  @Test
  void anotherKeysCheckpointAndNonsenseAreRefused() throws Exception {
    Witness witness =
        new Witness(temp.resolve("other"), SigningKey.make().open(), Clock.systemUTC());
    String line = Checkpoints.all(database.of().ledger()).getLast().line();
    assertThat(witness.take(List.of("checkpoint " + line)).isSigned()).isFalse();
    assertThat(witness.take(List.of("checkpoint x", "step zz")).isSigned()).isFalse();
    assertThat(witness.take(List.of()).isSigned()).isFalse();
    assertThat(witness.last()).isEmpty();
  }
}
