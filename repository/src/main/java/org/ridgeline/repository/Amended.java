package org.ridgeline.repository;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What an amendment changed.
/// - **Shape** `persons` and `encounters` it is about; `rows` taken away, by table; `fileSha256` of
///   the files taken away, 32 bytes each
public record Amended(
    List<UUID> persons,
    List<UUID> encounters,
    SortedMap<String, Integer> rows,
    List<byte[]> fileSha256) {
  public Amended {
    persons = List.copyOf(persons);
    encounters = List.copyOf(encounters);
    rows = new TreeMap<>(rows);
    fileSha256 = List.copyOf(fileSha256);
  }

  /// One that takes nothing away.
  static Amended of(List<UUID> persons, List<UUID> encounters) {
    return new Amended(persons, encounters, new TreeMap<>(Map.of()), List.of());
  }
}
