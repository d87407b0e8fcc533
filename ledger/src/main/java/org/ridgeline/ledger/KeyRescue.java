package org.ridgeline.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/// Gives a ledger another key where the one in use is lost or swapped, and nothing can be signed.
/// - **Shape** as [Checkpoints] takes them
public record KeyRescue(DataSource dataSource, Path folder, Optional<Path> copy, Clock clock) {
  /// Begins openly with a key that no other vouches for: an entry says by whom and why.
  public Checkpoint begin(String by, String reason) throws IOException {
    return Checkpoints.withoutKey(dataSource, folder, copy, clock).newKey(by, reason);
  }
}
