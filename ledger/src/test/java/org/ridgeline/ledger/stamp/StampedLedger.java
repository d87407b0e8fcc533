package org.ridgeline.ledger.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.ledger.Limits;
import org.ridgeline.ledger.Subject;

/// A ledger of a test with one signed checkpoint, and an authority beside it.
abstract class StampedLedger {
  @TempDir Path temp;
  TestDatabase database;
  TestAuthority authority;
  StampClient client;
  Path ledger;

  @BeforeEach
  final void begin() throws Exception {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    ledger = temp.resolve("ledger");
    append(3);
    sign();
    authority = new TestAuthority(TestAuthority.Signer.GOOD);
    client = client(authority, Optional.of(trusted()), Duration.ZERO);
  }

  final StampClient client(TestAuthority of, Optional<TrustedSigners> trusted, Duration every) {
    return client(
        new StampAuthority(of.url(), trusted, Optional.empty(), every), Limits.STAMP_PATIENCE);
  }

  final StampClient client(StampAuthority of, Duration patience) {
    return new StampClient(
        Optional.of(of), database.of().ledger(), ledger, Clock.systemUTC(), patience);
  }

  final TrustedSigners trusted() throws Exception {
    return TrustedSigners.read(TestAuthority.pem(authority.root, temp.resolve("root.pem")));
  }

  @AfterEach
  final void end() {
    client.close();
    authority.close();
    database.close();
  }

  final void append(int count) {
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

  final void sign() throws Exception {
    assertThat(new Checkpoints(database.of().ledger(), ledger, Clock.systemUTC()).sign())
        .isPresent();
  }

  final Checkpoint last() {
    return Checkpoints.last(database.of().ledger()).orElseThrow();
  }

  final Path file(int era, long number) {
    return ledger.resolve("timestamps/" + era + "-" + number + ".tsr");
  }

  final StampAudit.Report audit() throws Exception {
    return audit(Optional.of(trusted()));
  }

  final StampAudit.Report audit(Optional<TrustedSigners> trusted) throws Exception {
    StampAudit audit = new StampAudit(database.of().ledger(), ledger, trusted);
    return audit.check(audit.kept(), Checkpoints.all(database.of().ledger()));
  }
}
