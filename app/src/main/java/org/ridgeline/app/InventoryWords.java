package org.ridgeline.app;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ridgeline.node.Settings;
import org.ridgeline.oversight.inventory.Inventory;

/// What things are for, in words. What has none here is said to be not described, and a test fails.
final class InventoryWords {
  private static final String RESOURCE = "inventory.properties";
  private final Properties words = new Properties();

  InventoryWords() {
    try (var in = InventoryWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of a table; the repositories' schemas are alike.
  String table(String schema, String table) {
    String room = Settings.REPOSITORIES.contains(schema) ? "repository" : schema;
    String common = words.getProperty("table." + table, Inventory.NOT_DESCRIBED);
    return words.getProperty("table." + room + "." + table, common);
  }

  /// Of a thing of a kind.
  String of(String kind, String name) {
    return words.getProperty(kind + "." + name, Inventory.NOT_DESCRIBED);
  }

  /// What is described of a kind.
  SortedSet<String> names(String kind) {
    SortedSet<String> names = new TreeSet<>();
    String prefix = kind + ".";
    words.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .forEach(key -> names.add(key.substring(prefix.length())));
    return names;
  }
}
