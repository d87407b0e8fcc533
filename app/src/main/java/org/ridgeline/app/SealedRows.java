package org.ridgeline.app;

import org.ridgeline.node.DataFolder;
import org.ridgeline.oversight.sealed.DemographicStore;
import org.ridgeline.oversight.sealed.SealedSchema;

/// Where a study reads sealed demographics. No service of a server: a command asks for it, and has
/// the key.
public final class SealedRows {
  private SealedRows() {}

  /// Those of a folder, by the role that owns them.
  public static DemographicStore of(DataFolder folder) {
    SealedSchema.migrate(folder.databases().sealed());
    return new DemographicStore(folder.databases().sealed());
  }
}
