package org.ridgeline.node;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// Where a PostgreSQL is and who to be there. Every other parameter of the URL is kept as it was
/// given, for whoever connects: a lost `sslmode=verify-full` would be an open door.
/// - **Shape** `url` a JDBC URL without user and password; where either is empty the driver's own
///   rules hold (the user of the system, a password file)
public record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {
  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final String SCHEMA = "currentSchema";

  /// Takes a JDBC URL apart.
  /// - **Error** one that names a schema, which each room does for itself: IllegalArgumentException
  public static DatabaseAddress of(String text) {
    int question = text.indexOf('?');
    if (question < 0) {
      return new DatabaseAddress(text, Optional.empty(), Optional.empty());
    }
    Map<String, String> taken = new TreeMap<>();
    List<String> kept = new ArrayList<>();
    for (String parameter : text.substring(question + 1).split("&")) {
      String key = parameter.replaceFirst("=.*", "");
      if (key.equals(SCHEMA)) {
        throw new IllegalArgumentException(
            SCHEMA + " in " + shown(text) + ": every room has a schema of its own, leave it out");
      }
      if (key.equals(USER) || key.equals(PASSWORD)) {
        String value = parameter.substring(Math.min(key.length() + 1, parameter.length()));
        taken.put(key, URLDecoder.decode(value, StandardCharsets.UTF_8));
      } else if (!parameter.isEmpty()) {
        kept.add(parameter);
      }
    }
    String rest = kept.isEmpty() ? "" : "?" + String.join("&", kept);
    return new DatabaseAddress(
        text.substring(0, question) + rest,
        Optional.ofNullable(taken.get(USER)),
        Optional.ofNullable(taken.get(PASSWORD)));
  }

  /// The same place as somebody else.
  public DatabaseAddress as(String otherUser, String otherPassword) {
    return new DatabaseAddress(url, Optional.of(otherUser), Optional.of(otherPassword));
  }

  /// The same where no user, or no password, is said yet.
  DatabaseAddress orElse(Optional<String> otherUser, Optional<String> otherPassword) {
    return new DatabaseAddress(url, user.or(() -> otherUser), password.or(() -> otherPassword));
  }

  /// One connection, which says in the server's list of activities what it is for.
  public Connection connect(String purpose) throws SQLException {
    Properties properties = new Properties();
    user.ifPresent(text -> properties.setProperty(USER, text));
    password.ifPresent(text -> properties.setProperty(PASSWORD, text));
    properties.setProperty("ApplicationName", purpose);
    return DriverManager.getConnection(url, properties);
  }

  /// The whole JDBC URL again, password included: never to be shown.
  public String whole() {
    StringBuilder whole = new StringBuilder(url);
    user.ifPresent(text -> add(whole, USER, text));
    password.ifPresent(text -> add(whole, PASSWORD, text));
    return whole.toString();
  }

  private static void add(StringBuilder url, String key, String value) {
    url.append(url.indexOf("?") < 0 ? '?' : '&')
        .append(key)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  /// A URL as it may be shown: without its password.
  public static String shown(String url) {
    return url.replaceAll("(password=)[^&]*", "$1***");
  }

  @Override
  public String toString() {
    return user.map(text -> text + " at ").orElse("") + shown(url);
  }
}
