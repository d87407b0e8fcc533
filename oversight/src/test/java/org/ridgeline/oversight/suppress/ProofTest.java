package org.ridgeline.oversight.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/// The check must not believe what is not so.
class ProofTest {
  private static final int K = 10;

  private final CellSystem system = system();
  private final BitSet hidden = bits(1, 2);

  private static CellSystem system() {
    CellSystem.Builder builder = new CellSystem.Builder();
    int total = builder.add(Cell.open(40, 1));
    int small = builder.add(Cell.open(2, 1));
    int large = builder.add(Cell.open(30, 1));
    int third = builder.add(Cell.open(8, 1));
    return builder.equation(total, small, large, third).build();
  }

  private static BitSet bits(int... cells) {
    BitSet bits = new BitSet();
    for (int cell : cells) {
      bits.set(cell);
    }
    return bits;
  }

  private java.util.List<Integer> unproven(int[] cells, byte[] signs, int times) {
    Proof proof = new Proof(system.cells());
    Path path = new Path(new Move[] {new Move(cells, signs)}, new int[] {times});
    proof.add(system, path, K);
    return proof.unproven(system, hidden, hidden, K);
  }

  @Test
  void believesAMoveThatBalances() {
    assertThat(unproven(new int[] {1, 2}, new byte[] {1, -1}, 9)).isEmpty();
  }

  @Test
  void missesOneValue() {
    assertThat(unproven(new int[] {1, 2}, new byte[] {1, -1}, 8)).containsExactly(1, 2);
  }

  @Test
  void findsABrokenEquation() {
    assertThat(unproven(new int[] {1, 2}, new byte[] {1, 1}, 9)).containsExactly(1, 2);
  }

  @Test
  void findsAShownCell() {
    assertThat(unproven(new int[] {1, 3}, new byte[] {1, -1}, 8)).containsExactly(1, 2);
  }

  @Test
  void findsACountBelowZero() {
    assertThat(unproven(new int[] {1, 2}, new byte[] {1, -1}, 31)).containsExactly(1, 2);
  }
}
