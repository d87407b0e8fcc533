package org.ridgeline.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.Sha256;

/// The Merkle tree over the entries' hashes: what a checkpoint's root stands for, and what a proof
/// for one entry is checked by. Leaves are counted from 0: entry 1 is leaf 0.
/// - **Source** RFC 9162, section 2.1 (the same trees as RFC 6962)
public final class MerkleTree {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleTree() {}

  /// Leaves that somebody keeps.
  public interface Leaves {
    /// The root over leaves `from` (with) to `to` (without): [Frontier] over their hashes.
    byte[] root(long from, long to);
  }

  /// The hash of a leaf.
  public static byte[] leaf(byte[] entryHash) {
    return Sha256.of(joined(LEAF, entryHash, new byte[0]));
  }

  private static byte[] node(byte[] left, byte[] right) {
    return Sha256.of(joined(NODE, left, right));
  }

  private static byte[] joined(byte kind, byte[] left, byte[] right) {
    byte[] all = new byte[1 + left.length + right.length];
    all[0] = kind;
    System.arraycopy(left, 0, all, 1, left.length);
    System.arraycopy(right, 0, all, 1 + left.length, right.length);
    return all;
  }

  /// A tree that grows: keeps the roots of its whole subtrees, the largest first.
  public static final class Frontier {
    private final List<byte[]> roots = new ArrayList<>();
    private long size;

    /// The same tree, to grow apart from this one.
    public Frontier copy() {
      Frontier copy = new Frontier();
      copy.roots.addAll(roots);
      copy.size = size;
      return copy;
    }

    /// Adds an entry's hash.
    public void add(byte[] entryHash) {
      byte[] root = leaf(entryHash);
      for (long rest = size; (rest & 1) == 1; rest >>= 1) {
        root = node(roots.removeLast(), root);
      }
      roots.add(root);
      size++;
    }

    /// How many leaves there are.
    public long size() {
      return size;
    }

    /// The root; of no leaves the hash of nothing.
    public byte[] root() {
      if (roots.isEmpty()) {
        return Sha256.of(new byte[0]);
      }
      byte[] root = roots.getLast();
      for (int i = roots.size() - 2; i >= 0; i--) {
        root = node(roots.get(i), root);
      }
      return root.clone();
    }
  }

  /// The largest power of two below a size of at least 2.
  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }

  /// What proves that a leaf is in a tree of so many leaves: hashes from the leaf up.
  public static List<byte[]> inclusion(Leaves leaves, long leaf, long size) {
    if (leaf < 0 || leaf >= size) {
      throw new IllegalArgumentException("leaf=" + leaf + " limit=0.." + (size - 1));
    }
    List<byte[]> path = new ArrayList<>();
    include(leaves, leaf, 0, size, path);
    return path;
  }

  private static void include(Leaves leaves, long leaf, long from, long to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (leaf < middle) {
      include(leaves, leaf, from, middle, path);
      path.add(leaves.root(middle, to));
    } else {
      include(leaves, leaf, middle, to, path);
      path.add(leaves.root(from, middle));
    }
  }

  /// Whether a proof shows an entry's hash as a leaf of the tree with a root.
  public static boolean includes(
      byte[] root, long size, long leaf, byte[] entryHash, List<byte[]> path) {
    if (leaf < 0 || leaf >= size) {
      return false;
    }
    long at = leaf;
    long last = size - 1;
    byte[] hash = leaf(entryHash);
    for (byte[] step : path) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hash = node(step, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, step);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /// What proves that a tree begins with a smaller one.
  public static List<byte[]> consistency(Leaves leaves, long earlier, long size) {
    if (earlier < 1 || earlier > size) {
      throw new IllegalArgumentException("earlier=" + earlier + " limit=1.." + size);
    }
    List<byte[]> path = new ArrayList<>();
    consist(leaves, earlier, new Part(0, size, true), path);
    return path;
  }

  private record Part(long from, long to, boolean isWhole) {}

  private static void consist(Leaves leaves, long earlier, Part part, List<byte[]> path) {
    if (earlier == part.to()) {
      if (!part.isWhole()) {
        path.add(leaves.root(part.from(), part.to()));
      }
      return;
    }
    long middle = part.from() + split(part.to() - part.from());
    if (earlier <= middle) {
      consist(leaves, earlier, new Part(part.from(), middle, part.isWhole()), path);
      path.add(leaves.root(middle, part.to()));
    } else {
      consist(leaves, earlier, new Part(middle, part.to(), false), path);
      path.add(leaves.root(part.from(), middle));
    }
  }

  /// A tree's size and root.
  public record Head(long size, byte[] root) {
    public Head {
      root = root.clone();
    }

    @Override
    public byte[] root() {
      return root.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Head that && size == that.size && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(size) * 31 + Arrays.hashCode(root);
    }
  }

  /// Whether a proof shows that a tree begins with an earlier one.
  public static boolean isConsistent(Head earlier, Head later, List<byte[]> path) {
    if (earlier.size() < 1 || earlier.size() > later.size()) {
      return false;
    }
    if (earlier.size() == later.size()) {
      return path.isEmpty() && earlier.equals(later);
    }
    boolean isWhole = Long.bitCount(earlier.size()) == 1;
    List<byte[]> steps = new ArrayList<>(path);
    if (isWhole) {
      steps.addFirst(earlier.root());
    }
    return !steps.isEmpty() && climb(earlier, later, steps).isPresent();
  }

  private static Optional<byte[]> climb(Head earlier, Head later, List<byte[]> steps) {
    long at = earlier.size() - 1;
    long last = later.size() - 1;
    while ((at & 1) == 1) {
      at >>= 1;
      last >>= 1;
    }
    byte[] old = steps.getFirst();
    byte[] grown = steps.getFirst();
    for (byte[] step : steps.subList(1, steps.size())) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((at & 1) == 1 || at == last) {
        old = node(step, old);
        grown = node(step, grown);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        grown = node(grown, step);
      }
      at >>= 1;
      last >>= 1;
    }
    boolean isProven =
        last == 0 && Arrays.equals(old, earlier.root()) && Arrays.equals(grown, later.root());
    return isProven ? Optional.of(grown) : Optional.empty();
  }
}
