package org.ridgeline.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One version of the levels: rows, each with its source.
/// - **Shape** `sources` what each source's name stands for; `note` what a reader must know
public record PolicyTable(
    String version,
    String title,
    LocalDate from,
    String note,
    Map<String, String> sources,
    List<PolicyRow> rows) {
  public PolicyTable {
    rows = List.copyOf(rows);
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    for (PolicyRow row : rows) {
      if (!sources.containsKey(row.source())) {
        throw new IllegalArgumentException("row " + row.id() + " cites \"" + row.source() + "\"");
      }
    }
  }

  /// What a row's source is called in full.
  public String citation(PolicyRow row) {
    return sources.getOrDefault(row.source(), row.source());
  }
}
