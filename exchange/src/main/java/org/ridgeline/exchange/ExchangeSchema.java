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
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(NAME)
        .createSchemas(false)
        .locations("classpath:db/exchange")
        .load()
        .migrate();
  }
}
