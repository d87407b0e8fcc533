package org.ridgeline.repository;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What an export says of an encounter, besides its file.
/// - **Shape** `isSealed`: it or its person; `file` empty where none is stored; `isNewPerson` as it
///   was enrolled; `identifiers`: the person's, each `KIND=VALUE`
public record ExportedEncounter(
    UUID personId,
    UUID encounterId,
    boolean isSealed,
    Optional<StoredFile> file,
    Enrolled enrolled,
    List<String> names,
    List<String> identifiers) {
  public ExportedEncounter {
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
  }

  /// The file it came in.
  /// - **Shape** `sha256` as kept beside it, 64 hex digits; `isXml` by its first byte
  public record StoredFile(String sha256, long bytes, boolean isXml) {}

  /// When and where it came from.
  public record Enrolled(
      String source, Optional<LocalDate> occurredOn, Instant at, boolean isNewPerson) {}
}
