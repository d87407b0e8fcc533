package org.ridgeline.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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

  private static PolicyTable load(String version) {
    String name = "policy-" + version + ".table";
    try (InputStream in = PolicyTables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return switch (read(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
        case TableRead.Accepted accepted -> accepted.table();
        case TableRead.Refused refused ->
            throw new IllegalStateException(
                name + ": " + refused.faults().stream().map(TableFault::words).toList());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
