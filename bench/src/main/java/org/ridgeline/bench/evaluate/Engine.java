package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.TenPrint;

/// An engine that finds a person among many. All is enrolled before the first search; one search
/// runs at a time and may use all cores.
public interface Engine extends AutoCloseable {
  /// The engine's key in results.
  String name();

  /// Adds a person with at least one finger.
  void enrol(UUID personId, TenPrint prints);

  /// Adds people that no probe is of, with ids of its own, and says how many. Only fingers at these
  /// positions are searched.
  int enrolDistractors(Path file, Set<FingerPosition> positions) throws IOException;

  /// How many persons are enrolled.
  int size();

  /// The persons most like a probe that has at least one finger.
  Searched search(TenPrint probe);

  /// Lets go of what the engine holds.
  @Override
  default void close() {}

  /// A search's candidates, and how many persons it compared with the costly matcher.
  record Searched(CandidateList candidates, long compared) {}
}
