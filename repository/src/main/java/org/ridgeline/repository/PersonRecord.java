package org.ridgeline.repository;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A person as a repository knows them.
/// - **Shape** `names` in the order first used, each once; `identifiers` by kind
public record PersonRecord(
    UUID personId,
    List<String> names,
    Map<String, List<String>> identifiers,
    int encounters,
    List<HistoryRecord> history) {
  public PersonRecord {
    names = List.copyOf(names);
    identifiers = Map.copyOf(identifiers);
    history = List.copyOf(history);
  }
}
