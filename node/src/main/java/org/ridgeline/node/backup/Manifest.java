package org.ridgeline.node.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a backup says of itself, at its end and sealed as all of it.
/// - **Shape** `software` version that wrote it; `schemas` the newest migration of each;
///   `sequences` the last number each has given; `facts` what the rooms say of the moment;
///   `withheld` what was left out, and why
public record Manifest(
    String software,
    Taken taken,
    SortedMap<String, String> schemas,
    List<Table> tables,
    SortedMap<String, Long> sequences,
    List<Kept> files,
    SortedMap<String, String> facts,
    List<String> withheld) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// When: `snapshot` is the moment that all rows are of.
  public record Taken(Instant began, Instant snapshot, Instant ended) {}

  /// A table, rows in the order in which they lie in it.
  /// - **Shape** `sha256` over the rows in the database's binary form
  public record Table(
      String schema, String name, List<String> columns, long rows, long bytes, String sha256) {
    public Table {
      columns = List.copyOf(columns);
    }

    /// With its schema.
    public String full() {
      return schema + "." + name;
    }
  }

  /// A file of the data folder.
  public record Kept(String name, long bytes, String sha256) {}

  public Manifest {
    schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
    tables = List.copyOf(tables);
    sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
    files = List.copyOf(files);
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    withheld = List.copyOf(withheld);
  }

  /// Rows of all tables.
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /// What the rooms say by a name.
  public Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  /// As JSON.
  public byte[] json() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  /// The one of such JSON.
  /// - **Error** it is none: [BadBackupException]
  static Manifest of(byte[] json) throws IOException {
    try {
      return JSON.readValue(json, Manifest.class);
    } catch (JacksonException e) {
      throw new BadBackupException("its manifest is none: " + e.getMessage(), e);
    }
  }
}
