package org.ridgeline.cli.planted;

import javax.sql.DataSource;
import org.ridgeline.app.Services;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerReader;

/// A door that helps itself.
public record SideDoor(Services services) {
  /// A ledger of its own.
  public Ledger ledger(DataSource dataSource) {
    return new Ledger(dataSource);
  }

  /// Asks the wiring.
  public LedgerReader reader() {
    return services.get(LedgerReader.class);
  }
}
