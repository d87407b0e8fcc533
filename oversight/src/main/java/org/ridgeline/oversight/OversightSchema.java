package org.ridgeline.oversight;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Oversight's schema, owned by the data source's role.
public final class OversightSchema {
  /// Name of the schema.
  public static final String NAME = "oversight";

  private OversightSchema() {}

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
        .locations("classpath:db/oversight")
        .target(version)
        .load()
        .migrate();
  }
}
