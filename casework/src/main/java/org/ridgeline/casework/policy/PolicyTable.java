package org.ridgeline.casework.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One version of the levels: rows, each with its source.
/// - **Shape** `sources` what each source's name stands for; `note` what a reader must know
public record PolicyTable(
    String version,
    String title,
    LocalDate from,
    String note,
    Map<String, String> sources,
    List<PolicyRow> rows) {
  private static final List<String> PUBLISHED = List.of("A", "B");

  public PolicyTable {
    rows = List.copyOf(rows);
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    for (PolicyRow row : rows) {
      if (!sources.containsKey(row.source())) {
        throw new IllegalArgumentException("row " + row.id() + " cites \"" + row.source() + "\"");
      }
    }
  }

  /// Reads a table's text; how one is written stands at the head of `policy-A.table`.
  public static TableRead read(String text) {
    return new TableText(text).read();
  }

  /// The tables that come with the program.
  public static List<PolicyTable> published() {
    return PUBLISHED.stream().map(PolicyTable::load).toList();
  }

  /// A published table by its version.
  public static Optional<PolicyTable> of(String version) {
    return PUBLISHED.contains(version) ? Optional.of(load(version)) : Optional.empty();
  }

  /// The table queues are ordered by unless somebody configures another.
  public static PolicyTable current() {
    return load("B");
  }

  /// What a row's source is called in full.
  public String citation(PolicyRow row) {
    return sources.getOrDefault(row.source(), row.source());
  }

  private static PolicyTable load(String version) {
    String name = "policy-" + version + ".table";
    try (InputStream in = PolicyTable.class.getResourceAsStream(name)) {
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
