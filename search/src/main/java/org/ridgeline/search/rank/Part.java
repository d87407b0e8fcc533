package org.ridgeline.search.rank;

import java.util.List;

/// A part of a gallery, here or elsewhere, as [Engine#search(Probe, List, Options)] asks it.
///
/// A gallery may be split in any way, as long as each encounter lies in one part. Searched in parts
/// it gives the same list, score for score and in the same order, as in one, because
/// - what is said of an encounter depends on it and the probe alone;
/// - every cut and every early stop is a function of the merged order, made in one place:
///   [Survivor#merge] for scan and signatures, the engine for the quick look and what follows;
/// - equal scores are in [EncounterOrder];
/// - what depends on the size of the gallery (lists, lines) goes by the sum of all parts.
///
/// What a part answers goes by what it held when the search began; who is removed in between may be
/// missing.
/// - **Unit** of an answer to a look at ten fingers of a gallery of millions: 2,000 survivors of 30
///   bytes, and prints of about 110 of them, 5 kB each (92 to 125, 100,000 fictional people,
///   2026-11-29). For one finger a quarter of it survives
public interface Part {
  /// How many encounters it holds.
  int encounters();

  /// The last change of the gallery's owner that is in.
  long upTo();

  /// For each sequence of a look, the encounters nearest to the probe: as many as the look's
  /// `scanned`, fewer where the part has no more.
  List<List<Survivor>> survivors(Probe probe, Look look);

  /// All encounters with a change number above `after`; their distance and score say nothing.
  List<Survivor> since(Probe probe, long after);
}
