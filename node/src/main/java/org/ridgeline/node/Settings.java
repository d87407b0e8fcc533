package org.ridgeline.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// What of a data folder's working is set, as it stands in its `ridgeline.properties`: text by key.
/// What the texts mean is the business of the rooms they are for.
/// - **Shape** `file`: where they came from, for messages; `values`: stripped, none of them empty
public record Settings(Path file, Map<String, String> values) {
  /// JDBC URL of an external PostgreSQL, with a user that may create roles.
  public static final String DB_URL = "db-url";

  public Settings {
    values = Map.copyOf(values);
  }

  /// Settings of a folder; `dbUrl` given as an option goes before the file's.
  public static Settings of(Path root, Optional<String> dbUrl) throws IOException {
    Path path = root.resolve("ridgeline.properties");
    Properties file = new Properties();
    if (Files.exists(path)) {
      try (var in = Files.newBufferedReader(path)) {
        file.load(in);
      }
    }
    Map<String, String> values = new TreeMap<>();
    for (String key : file.stringPropertyNames()) {
      String text = file.getProperty(key).strip();
      if (!text.isEmpty()) {
        values.put(key, text);
      }
    }
    dbUrl.ifPresent(url -> values.put(DB_URL, url));
    return new Settings(path, values);
  }

  /// The text of a key, where it is set.
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Optional<String> dbUrl() {
    return value(DB_URL);
  }

  /// The server that a room's schema has of its own, with user and password: `ROOM.db-url`.
  Optional<String> ownDbUrl(String room) {
    return value(room + "." + DB_URL);
  }
}
