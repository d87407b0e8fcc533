package org.ridgeline.casework;

import java.time.Clock;
import javax.sql.DataSource;
import org.ridgeline.casework.casefile.CaseStore;

/// Casework's services, wired together over its schema.
public record Casework(CaseStore caseStore) {
  /// Opens casework on a data source whose role owns its schema: brings the schema up to date.
  public static Casework open(DataSource dataSource, Clock clock) {
    CaseworkSchema.migrate(dataSource);
    return new Casework(new CaseStore(dataSource));
  }
}
