package org.ridgeline.oversight.suppress;

/// Moves made one after the other, from the true tables on.
/// - **Layout** `times[i]` says how often `moves[i]` is made; below zero, the other way round
record Path(Move[] moves, int[] times) {}
