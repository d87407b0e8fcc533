package org.ridgeline.bench.evaluate;

/// All scores of one engine.
/// - **Shape** `genuine`, `impostors`: by probe, in the order of [Pairs#genuine(int)] and
///   [Pairs#impostors(int)]; `overlap`: of two prints by their index among all, empty where the
///   engine does not say; `failed`: prints that the engine could make nothing of
record Compared(
    String engine,
    float[][] genuine,
    float[][] impostors,
    OverlapEstimate overlap,
    boolean[] failed) {}
