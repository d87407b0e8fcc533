package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ridgeline.ledger.MerkleTree.Frontier;
import org.ridgeline.ledger.MerkleTree.Head;
import org.ridgeline.vocabulary.Sha256;

/// Proofs of trees of every size up to 70, and what becomes of them when anything is changed.
class MerkleTreePropertyTest {
  private static final int SIZES = 70;
  private static final List<byte[]> HASHES = hashes();
  private final Random random = new Random(20261129);

  private static List<byte[]> hashes() {
    List<byte[]> hashes = new ArrayList<>();
    for (int i = 0; i < SIZES; i++) {
      hashes.add(Sha256.of(new byte[] {(byte) i}));
    }
    return hashes;
  }

  private static byte[] root(long from, long to) {
    Frontier tree = new Frontier();
    HASHES.subList((int) from, (int) to).forEach(tree::add);
    return tree.root();
  }

  private static Head head(int size) {
    return new Head(size, root(0, size));
  }

  private List<byte[]> changed(List<byte[]> path) {
    List<byte[]> other = new ArrayList<>(path);
    byte[] step = other.get(random.nextInt(other.size())).clone();
    step[random.nextInt(step.length)] ^= (byte) (1 << random.nextInt(8));
    other.set(random.nextInt(other.size()), step);
    return other;
  }

  @Test
  void everyLeafIsProvenAndNoOther() {
    for (int size = 1; size <= SIZES; size++) {
      byte[] root = root(0, size);
      for (int leaf = 0; leaf < size; leaf++) {
        List<byte[]> path = MerkleTree.inclusion(MerkleTreePropertyTest::root, leaf, size);
        byte[] hash = HASHES.get(leaf);
        assertThat(MerkleTree.includes(root, size, leaf, hash, path)).isTrue();
        assertThat(MerkleTree.includes(root, size, leaf, HASHES.get((leaf + 1) % SIZES), path))
            .isFalse();
        assertThat(MerkleTree.includes(root, size, leaf + 1, hash, path)).isFalse();
        assertThat(MerkleTree.includes(root(0, size == 1 ? 2 : size - 1), size, leaf, hash, path))
            .isFalse();
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(hash);
        assertThat(MerkleTree.includes(root, size, leaf, hash, longer)).isFalse();
        if (!path.isEmpty()) {
          assertThat(MerkleTree.includes(root, size, leaf, hash, changed(path))).isFalse();
          assertThat(MerkleTree.includes(root, size, leaf, hash, path.subList(1, path.size())))
              .isFalse();
        }
      }
    }
  }

  @Test
  void everyTreeBeginsWithEverySmallerOneAndNoOther() {
    for (int size = 1; size <= SIZES; size++) {
      for (int earlier = 1; earlier <= size; earlier++) {
        List<byte[]> path = MerkleTree.consistency(MerkleTreePropertyTest::root, earlier, size);
        assertThat(MerkleTree.isConsistent(head(earlier), head(size), path)).isTrue();
        Head forged = new Head(earlier, root(1, earlier + 1 > SIZES ? earlier : earlier + 1));
        assertThat(MerkleTree.isConsistent(forged, head(size), path)).isFalse();
        Head other = new Head(size, HASHES.getFirst());
        assertThat(MerkleTree.isConsistent(head(earlier), other, path)).isFalse();
        if (!path.isEmpty()) {
          assertThat(MerkleTree.isConsistent(head(earlier), head(size), changed(path))).isFalse();
          assertThat(
                  MerkleTree.isConsistent(
                      head(earlier), head(size), path.subList(0, path.size() - 1)))
              .isFalse();
        }
      }
      assertThat(MerkleTree.isConsistent(head(size), head(1), List.of())).isEqualTo(size == 1);
    }
  }

  /// The roots of RFC 6962's reference trees over the entries "", 00, 10, 2021, 3031, 40414243,
  /// 5051525354555657, 606162636465666768696a6b6c6d6e6f.
  @Test
  void theRootIsTheStandards() {
    Frontier tree = new Frontier();
    assertThat(HexFormat.of().formatHex(tree.root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (String leaf :
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f")) {
      tree.add(HexFormat.of().parseHex(leaf));
    }
    assertThat(HexFormat.of().formatHex(tree.root()))
        .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  }
}
