package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;

/// Proofs of single entries.
class EntryProofTest {
  @TempDir private Path temp;
  private TestDatabase database;

  @BeforeEach
  void begin() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
  }

  @AfterEach
  void end() {
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
                  Map.of("outcome", "HIT")));
    }
  }

  @Test
  void anEntryIsProvenToWhoHasOnlyTheFirstKeyAndNothingOfItCanBeChanged() throws Exception {
    Path ledger = temp.resolve("ledger");
    Checkpoints server = new Checkpoints(database.of().ledger(), ledger, Clock.systemUTC());
    append(10);
    assertThat(server.sign()).isPresent();
    PublicKey first = KeyHistory.firstIn(ledger).orElseThrow();
    server.rotateKey("root");
    assertThat(server.sign()).isPresent();
    Proofs proofs = new Proofs(database.of().ledger());
    for (long number = 1; number <= 11; number++) {
      List<String> lines = proofs.of(number).orElseThrow().lines();
      EntryProof proof = EntryProof.of(lines).orElseThrow();
      assertThat(proof.isProvenBy(first)).isTrue();
      assertThat(proof.entry().orElseThrow().number()).isEqualTo(number);
      assertThat(proof.isProvenBy(SigningKey.make().open())).isFalse();
    }
    assertThat(proofs.of(12)).isEmpty();
    List<String> lines = proofs.of(5).orElseThrow().lines();
    for (int i = 0; i < lines.size(); i++) {
      for (int at = lines.get(i).indexOf(' ') + 1; at < lines.get(i).length(); at += 7) {
        List<String> changed = new ArrayList<>(lines);
        char other = lines.get(i).charAt(at) == '3' ? '4' : '3';
        changed.set(i, lines.get(i).substring(0, at) + other + lines.get(i).substring(at + 1));
        // A line of a key that is not needed may say what it likes.
        if (!lines.get(i).startsWith("key ") || i == lines.size() - 1) {
          assertThat(EntryProof.of(changed).filter(p -> p.isProvenBy(first)))
              .as(changed.get(i))
              .isEmpty();
        }
      }
    }
  }
}
