package org.ridgeline.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// What of a data folder's working can be set: by `ridgeline.properties` in it, or by options.
///
///     db-url               JDBC URL of an external PostgreSQL, with a user that may create roles
///     criminal.db-url      the criminal repository on a server of its own, with user and password
///     immigration.db-url   the immigration repository likewise
public record Settings(
    Optional<String> dbUrl, Optional<String> criminalDbUrl, Optional<String> immigrationDbUrl) {
  /// Settings of a folder; `dbUrl` given as an option goes before the file's.
  public static Settings of(Path root, Optional<String> dbUrl) throws IOException {
    Properties file = new Properties();
    Path path = root.resolve("ridgeline.properties");
    if (Files.exists(path)) {
      try (var in = Files.newBufferedReader(path)) {
        file.load(in);
      }
    }
    return new Settings(
        dbUrl.or(() -> value(file, "db-url")),
        value(file, "criminal.db-url"),
        value(file, "immigration.db-url"));
  }

  private static Optional<String> value(Properties file, String key) {
    return Optional.ofNullable(file.getProperty(key)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
