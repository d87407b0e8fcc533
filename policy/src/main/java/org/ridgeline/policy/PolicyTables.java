package org.ridgeline.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where policy tables come from: those that come with the program, and any text.
public final class PolicyTables {
  private static final List<String> PUBLISHED = List.of("A", "B");

  private PolicyTables() {}

  /// Reads a table's text; how one is written stands at the head of `policy-A.table`.
  public static TableRead read(String text) {
    return new TableText(text).read();
  }

  /// The tables that come with the program.
  public static List<PolicyTable> published() {
    return PUBLISHED.stream().map(PolicyTables::load).toList();
  }

  /// A published table by its version.
  public static Optional<PolicyTable> of(String version) {
    return PUBLISHED.contains(version) ? Optional.of(load(version)) : Optional.empty();
  }

  /// The table queues are ordered by unless somebody configures another.
  public static PolicyTable current() {
    return load("B");
  }

  /// The texts of the published tables, by version, as they come with the program.
  public static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    PUBLISHED.forEach(version -> texts.put(version, text(version)));
    return texts;
  }

  private static PolicyTable load(String version) {
    return switch (read(text(version))) {
      case TableRead.Accepted accepted -> accepted.table();
      case TableRead.Refused refused ->
          throw new IllegalStateException(
              "table "
                  + version
                  + ": "
                  + refused.faults().stream().map(TableFault::words).toList());
    };
  }

  private static String text(String version) {
    String name = "policy-" + version + ".table";
    try (InputStream in = PolicyTables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
