package org.ridgeline.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The ledger's schema, owned by the data source's role. It is brought up before any other room's:
/// they append to it.
public final class LedgerSchema {
  /// Name of the schema.
  public static final String NAME = "ledger";

  private LedgerSchema() {}

  /// Brings the schema up to date.
  public static void migrate(DataSource dataSource) {
    migrate(dataSource, "latest");
  }

  /// Brings the schema to a version, for rows of that version.
  public static void migrate(DataSource dataSource, String version) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(NAME)
        .createSchemas(false)
        .locations("classpath:db/ledger")
        .target(version)
        .load()
        .migrate();
  }
}
