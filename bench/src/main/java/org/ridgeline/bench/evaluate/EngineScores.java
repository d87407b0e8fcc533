package org.ridgeline.bench.evaluate;

/// What one engine scored on all pairs of a run, for who parts them in ways of their own.
/// - **Shape** prints by their index in the run
public interface EngineScores {
  /// The engine's key in results.
  String engine();

  /// Whether the engine could make nothing of a print.
  boolean failed(int print);

  /// Says each pair once, in the same order every time.
  void pairs(Visitor visitor);

  /// Hears pairs.
  @FunctionalInterface
  interface Visitor {
    /// A pair.
    /// - **Shape** `one` before `other`; `mated`: of one finger; `score`:
    ///   [org.ridgeline.bench.statistics.Scores#NEVER] where a print of it failed
    void pair(int one, int other, boolean mated, float score);
  }
}
