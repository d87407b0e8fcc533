package org.ridgeline.repository;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.vocabulary.TenPrint;

/// What is enrolled: who said to be whom, when, with which prints.
/// - **Shape** `source` names the event ("submission:R2026...", "file:" and SHA-256) and enrols at
///   most once; `names` as claimed then, the first the principal one; `identifiers` by kind; `file`
///   the bytes the prints came in
public record EncounterRecord(
    String source,
    Optional<LocalDate> occurredOn,
    List<String> names,
    Map<String, String> identifiers,
    List<HistoryRecord> history,
    TenPrint prints,
    byte[] file) {
  public EncounterRecord {
    names = List.copyOf(names);
    identifiers = Map.copyOf(identifiers);
    history = List.copyOf(history);
    file = file.clone();
    if (prints.fingers().isEmpty()) {
      throw new IllegalArgumentException("fingers=0 limit=1..10");
    }
  }

  @Override
  public byte[] file() {
    return file.clone();
  }
}
