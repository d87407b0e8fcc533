package org.ridgeline.oversight.suppress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Decides which cells of a report are hidden.
///
/// A count below k is hidden, zero too. Then each hidden cell gets a move (see `Proof`); where none
/// lies among hidden cells, further ones are hidden that complete one. Hiding more never spoils a
/// move, so one pass over the cells ends it. A last check, which shares no code with the search,
/// goes over all moves.
public final class Protector {
  private final CellSystem system;
  private final int k;
  private final BitSet hidden;
  private final Reason[] reasons;
  private final Proof proof;
  private final ArrayDeque<Integer> hiddenSince = new ArrayDeque<>();

  private Protector(CellSystem system, int k) {
    this.system = system;
    this.k = k;
    hidden = new BitSet(system.cells());
    reasons = new Reason[system.cells()];
    proof = new Proof(system.cells());
  }

  /// Hides what must be hidden.
  /// - **Limit** k of `Limits.VALUES_MIN`..`Limits.VALUES_MAX`
  public static Suppression of(CellSystem system, int k) {
    if (k < Limits.VALUES_MIN || k > Limits.VALUES_MAX) {
      throw new IllegalArgumentException(
          "k=" + k + " limit=" + Limits.VALUES_MIN + ".." + Limits.VALUES_MAX);
    }
    return new Protector(system, k).protect();
  }

  private Suppression protect() {
    List<Integer> broken = new Succession(system).broken();
    if (!broken.isEmpty()) {
      return new Refusal(broken);
    }
    hideWhatMust();
    PathSearch search = new PathSearch(system, hidden, k);
    List<Integer> given = new ArrayList<>();
    for (int cell : order(needed())) {
      prove(search, cell, given);
    }
    while (!hiddenSince.isEmpty()) {
      prove(search, hiddenSince.remove(), given);
    }
    if (!given.isEmpty()) {
      return new Refusal(given.stream().sorted().toList());
    }
    List<Integer> unproven = proof.unproven(system, hidden, needed(), k);
    if (!unproven.isEmpty()) {
      throw new IllegalStateException("unproven=" + unproven.size() + " first=" + unproven.get(0));
    }
    return new Pattern(hidden, reasons, proof);
  }

  private void prove(PathSearch search, int cell, List<Integer> given) {
    if (!proof.proves(cell)) {
      search.find(cell).ifPresentOrElse(this::take, () -> given.add(cell));
    }
  }

  /// Hides small cells and hidden ones' successors.
  private void hideWhatMust() {
    for (int cell = 0; cell < system.cells(); cell++) {
      switch (system.standings[cell]) {
        case SHOWN -> {}
        case HIDDEN -> hide(cell, Reason.EARLIER);
        case OPEN -> {
          if (system.values[cell] < k) {
            hide(cell, Reason.PRIMARY);
          }
        }
        case INHERITED -> {
          hide(cell, Reason.EARLIER);
          hide(system.successors[cell], Reason.CARRIED);
        }
      }
    }
  }

  /// Those whose secrecy this system must prove: all hidden ones but those that earlier proofs
  /// cover.
  private BitSet needed() {
    BitSet needed = (BitSet) hidden.clone();
    for (int cell = 0; cell < system.cells(); cell++) {
      if (system.standings[cell] == Standing.INHERITED) {
        needed.clear(cell);
        needed.clear(system.successors[cell]);
      }
    }
    return needed;
  }

  /// The heaviest first: what the totals need often covers the details.
  private int[] order(BitSet cells) {
    return cells.stream()
        .boxed()
        .sorted(Comparator.comparingInt((Integer c) -> -system.weights[c]).thenComparing(c -> c))
        .mapToInt(c -> c)
        .toArray();
  }

  private void take(Path path) {
    for (Move move : path.moves()) {
      for (int cell : move.cells()) {
        if (!hidden.get(cell)) {
          hide(cell, Reason.COMPLEMENTARY);
          hiddenSince.add(cell);
        }
      }
    }
    proof.add(system, path, k);
  }

  private void hide(int cell, Reason reason) {
    if (!hidden.get(cell) || reason == Reason.CARRIED) {
      reasons[cell] = reason;
    }
    hidden.set(cell);
  }
}
