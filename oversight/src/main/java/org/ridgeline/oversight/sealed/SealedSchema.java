package org.ridgeline.oversight.sealed;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The schema of sealed demographics, owned by a role of its own. The exchange's role may put rows
/// in and take them out by two functions; no other role may do anything.
public final class SealedSchema {
  /// Name of the schema.
  public static final String NAME = "sealed";

  private SealedSchema() {}

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
        .locations("classpath:db/sealed")
        .target(version)
        .load()
        .migrate();
  }
}
