package org.ridgeline.oversight.suppress;

import java.util.BitSet;
import java.util.Optional;

/// What may be published, and the proof that it may.
public final class Pattern implements Suppression {
  private final BitSet hidden;
  private final Reason[] reasons;
  private final Proof proof;

  Pattern(BitSet hidden, Reason[] reasons, Proof proof) {
    this.hidden = (BitSet) hidden.clone();
    this.reasons = reasons.clone();
    this.proof = proof;
  }

  /// Whether a cell is hidden, by this report or an earlier one.
  public boolean hidden(int cell) {
    return hidden.get(cell);
  }

  /// All hidden cells.
  public BitSet hidden() {
    return (BitSet) hidden.clone();
  }

  /// Why a cell is hidden; empty when it is shown. For the publisher's eyes only.
  public Optional<Reason> reason(int cell) {
    return hidden.get(cell) ? Optional.of(reasons[cell]) : Optional.empty();
  }

  /// Why each hidden cell stays unknown. Holds true values: for the publisher's eyes only.
  public Proof proof() {
    return proof;
  }
}
