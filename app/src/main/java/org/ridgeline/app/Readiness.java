package org.ridgeline.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.node.DataFolder;

/// Whether a booking that came now could be taken and searched: the database answers, galleries are
/// open, the ledger takes entries.
final class Readiness implements BooleanSupplier {
  private static final Logger LOG = System.getLogger(Readiness.class.getName());

  private final DataFolder folder;
  private final Repositories repositories;
  private final Ledger ledger;

  Readiness(DataFolder folder, Repositories repositories, Ledger ledger) {
    this.folder = folder;
    this.repositories = repositories;
    this.ledger = ledger;
  }

  @Override
  public boolean getAsBoolean() {
    if (folder.isDatabaseAway()) {
      return false;
    }
    try {
      for (RepositoryName name : RepositoryName.values()) {
        repositories.of(name).gallerySize();
      }
      return ledger.isWritable();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "not ready: " + e.getMessage());
      return false;
    }
  }
}
