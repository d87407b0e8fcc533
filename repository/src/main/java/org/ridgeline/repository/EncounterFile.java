package org.ridgeline.repository;

/// The file an encounter's prints came in, and where from.
/// - **Shape** `source` as in [EncounterRecord]: who made the encounter may know more of the file
public record EncounterFile(String source, byte[] bytes) {}
