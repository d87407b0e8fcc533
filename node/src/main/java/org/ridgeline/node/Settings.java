package org.ridgeline.node;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// What of a data folder's working is set, as it stands in its `ridgeline.properties`: text by key.
/// What the texts mean is the business of the rooms they are for.
///
/// What leads into a database may come from the environment instead, so that it stands neither in a
/// file nor in the list of processes: `db-url` as `RIDGELINE_DB_URL`, `criminal.db-password` as
/// `RIDGELINE_CRIMINAL_DB_PASSWORD`.
/// - **Shape** `file`: where they came from, for messages; `values`: stripped, none of them empty
public record Settings(Path file, Map<String, String> values) {
  /// JDBC URL of an external PostgreSQL, with a user that may create roles.
  public static final String DB_URL = "db-url";

  /// The rooms whose schema may be on a server of its own: their owners differ.
  public static final List<String> REPOSITORIES = List.of("criminal", "immigration", "civil");

  private static final Logger LOG = System.getLogger(Settings.class.getName());
  private static final String DB_USER = "db-user";
  private static final String DB_PASSWORD = "db-password";
  private static final String DB_PASSWORD_FILE = "db-password-file";

  public Settings {
    values = Map.copyOf(values);
  }

  /// Settings of a folder; `dbUrl` given as an option goes before the environment's, that before
  /// the file's.
  public static Settings of(Path root, Optional<String> dbUrl) throws IOException {
    return of(root, dbUrl, System.getenv());
  }

  /// The same with an environment given.
  public static Settings of(Path root, Optional<String> dbUrl, Map<String, String> environment)
      throws IOException {
    Path path = root.resolve("ridgeline.properties");
    Properties file = new Properties();
    if (Files.exists(path)) {
      try (var in = Files.newBufferedReader(path)) {
        file.load(in);
      }
    }
    Map<String, String> values = new TreeMap<>();
    for (String key : file.stringPropertyNames()) {
      put(values, key, file.getProperty(key));
    }
    for (String key : new String[] {DB_URL, DB_USER, DB_PASSWORD, DB_PASSWORD_FILE}) {
      put(values, key, environment.getOrDefault(variable(key), ""));
      for (String repository : REPOSITORIES) {
        String own = repository + "." + key;
        put(values, own, environment.getOrDefault(variable(own), ""));
      }
    }
    dbUrl.ifPresent(url -> values.put(DB_URL, url));
    if (dbUrl.isPresent() && DatabaseAddress.of(dbUrl.get()).password().isPresent()) {
      LOG.log(
          Level.WARNING,
          "everybody on this machine can read the password on this command line: give it as "
              + variable(DB_PASSWORD)
              + " in the environment, or "
              + DB_PASSWORD_FILE
              + " in "
              + path);
    }
    return new Settings(path, values);
  }

  private static void put(Map<String, String> values, String key, String text) {
    if (!text.isBlank()) {
      values.put(key, text.strip());
    }
  }

  private static String variable(String key) {
    return "RIDGELINE_" + key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  /// The text of a key, where it is set.
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// The external server, where there is one.
  /// - **Error** a password file that cannot be read: IOException
  Optional<DatabaseAddress> external() throws IOException {
    return address("");
  }

  /// The server that a room's schema has of its own: `ROOM.db-url`.
  Optional<DatabaseAddress> own(String room) throws IOException {
    return address(room + ".");
  }

  private Optional<DatabaseAddress> address(String prefix) throws IOException {
    Optional<String> url = value(prefix + DB_URL);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    DatabaseAddress given = DatabaseAddress.of(url.get());
    Optional<String> user = value(prefix + DB_USER);
    Optional<String> password = value(prefix + DB_PASSWORD);
    if (given.password().isEmpty() && password.isEmpty()) {
      password = passwordFile(prefix + DB_PASSWORD_FILE);
    }
    return Optional.of(given.orElse(user, password));
  }

  /// The first line of the file, whose place is taken from the data folder's.
  private Optional<String> passwordFile(String key) throws IOException {
    Optional<String> place = value(key);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    Path path = file.resolveSibling(place.get());
    try (var lines = Files.lines(path)) {
      return lines.findFirst();
    } catch (IOException e) {
      throw new IOException(file + ": " + key + "=" + path + " cannot be read", e);
    }
  }
}
