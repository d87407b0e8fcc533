package org.ridgeline.exchange;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The exchange's schema, owned by the data source's role.
public final class ExchangeSchema {
  /// Name of the schema.
  public static final String NAME = "exchange";

  private ExchangeSchema() {}

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
        .locations("classpath:db/exchange")
        .target(version)
        .load()
        .migrate();
  }
}
