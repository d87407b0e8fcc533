package org.ridgeline.search.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The scan in vectors: one encounter a lane.
///
/// Per finger and eight encounters it loads two registers of codes and does two exclusive ors, two
/// ands and four bit counts: faster than memory can deliver. So several probes that take turns at a
/// superblock, which stays in the cache, cost less each than one. (A kernel that takes several
/// probes at once was tried: the compiler runs out of registers and gives up on vectors.)
public final class VectorKernel implements ScanKernel {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final int STEP = Math.min(SPECIES.length(), CodeLayout.LANES);
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int DIMENSIONS = CodeLayout.DIMENSIONS;
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
  private static final int WORD_BYTES = CodeLayout.LANES * Long.BYTES;
  private static final int BLOCK_BYTES = CodeLayout.WORDS * WORD_BYTES;

  /// Whether vectors of this processor beat plain Java.
  static boolean isWorthwhile() {
    return SPECIES.length() >= 4 && SPECIES.length() <= CodeLayout.LANES;
  }

  static int bits() {
    return SPECIES.vectorBitSize();
  }

  private static LongVector load(MemorySegment codes, long at) {
    return LongVector.fromMemorySegment(SPECIES, codes, at, ORDER);
  }

  private static LongVector count(LongVector code, LongVector signs, LongVector strong) {
    LongVector turned = code.lanewise(VectorOperators.XOR, signs);
    return turned
        .lanewise(VectorOperators.BIT_COUNT)
        .add(turned.and(strong).lanewise(VectorOperators.BIT_COUNT));
  }

  @Override
  public void distances(MemorySegment codes, long offset, ProbeCode probe, long[] into) {
    Arrays.fill(into, 0, CodeLayout.SUPERBLOCK, 0);
    int i = 0;
    for (; i + 2 <= probe.count(); i += 2) {
      twoFingers(codes, offset, probe, i, into);
    }
    if (i < probe.count()) {
      finger(codes, offset, probe, i, into);
    }
  }

  /// Two fingers at a time: what is summed up is fetched and put back half as often.
  private static void twoFingers(
      MemorySegment codes, long offset, ProbeCode probe, int index, long[] into) {
    long one = offset + (long) probe.finger(index) * CodeLayout.FINGER_BYTES;
    long other = offset + (long) probe.finger(index + 1) * CodeLayout.FINGER_BYTES;
    LongVector signs0 = LongVector.broadcast(SPECIES, probe.signs(index, 0));
    LongVector signs1 = LongVector.broadcast(SPECIES, probe.signs(index, 1));
    LongVector signs2 = LongVector.broadcast(SPECIES, probe.signs(index + 1, 0));
    LongVector signs3 = LongVector.broadcast(SPECIES, probe.signs(index + 1, 1));
    LongVector strong0 = LongVector.broadcast(SPECIES, probe.strong(index, 0));
    LongVector strong1 = LongVector.broadcast(SPECIES, probe.strong(index, 1));
    LongVector strong2 = LongVector.broadcast(SPECIES, probe.strong(index + 1, 0));
    LongVector strong3 = LongVector.broadcast(SPECIES, probe.strong(index + 1, 1));
    for (int row = 0; row < CodeLayout.SUPERBLOCK; row += STEP) {
      long at = place(row);
      LongVector first = count(load(codes, one + at), signs0, strong0);
      LongVector second = count(load(codes, one + at + WORD_BYTES), signs1, strong1);
      LongVector third = count(load(codes, other + at), signs2, strong2);
      LongVector fourth = count(load(codes, other + at + WORD_BYTES), signs3, strong3);
      LongVector sum = LongVector.fromArray(SPECIES, into, row);
      sum.add(first.add(second)).add(third.add(fourth)).intoArray(into, row);
    }
  }

  private static long place(int row) {
    return (row / CodeLayout.LANES) * BLOCK_BYTES + row % CodeLayout.LANES * Long.BYTES;
  }

  private static void finger(
      MemorySegment codes, long offset, ProbeCode probe, int index, long[] into) {
    long base = offset + (long) probe.finger(index) * CodeLayout.FINGER_BYTES;
    LongVector signs0 = LongVector.broadcast(SPECIES, probe.signs(index, 0));
    LongVector signs1 = LongVector.broadcast(SPECIES, probe.signs(index, 1));
    LongVector strong0 = LongVector.broadcast(SPECIES, probe.strong(index, 0));
    LongVector strong1 = LongVector.broadcast(SPECIES, probe.strong(index, 1));
    for (int row = 0; row < CodeLayout.SUPERBLOCK; row += STEP) {
      long at = base + place(row);
      LongVector first = count(load(codes, at), signs0, strong0);
      LongVector second = count(load(codes, at + WORD_BYTES), signs1, strong1);
      LongVector.fromArray(SPECIES, into, row).add(first).add(second).intoArray(into, row);
    }
  }

  @Override
  public int below(long[] distances, long limit, int[] places) {
    int found = 0;
    for (int i = 0; i < CodeLayout.SUPERBLOCK; i += STEP) {
      long lanes =
          LongVector.fromArray(SPECIES, distances, i).compare(VectorOperators.LT, limit).toLong();
      for (; lanes != 0; lanes &= lanes - 1) {
        places[found++] = i + Long.numberOfTrailingZeros(lanes);
      }
    }
    return found;
  }

  /// Bytes are taken two by two as 16-bit numbers and split by shifts. Two products are at most
  /// 32,258 together, so their sum fits 16 bits; the sums are split into 32 bits the same way.
  @Override
  public int product(MemorySegment rows, long offset, ProbeSignature probe) {
    IntVector sums = IntVector.zero(INTS);
    for (int i = 0; i < DIMENSIONS; i += 2 * SHORTS.length()) {
      ShortVector two = ShortVector.fromMemorySegment(SHORTS, rows, offset + i, ORDER);
      ShortVector even = two.lanewise(VectorOperators.LSHL, 8).lanewise(VectorOperators.ASHR, 8);
      ShortVector odd = two.lanewise(VectorOperators.ASHR, 8);
      IntVector pairs =
          even.mul(ShortVector.fromArray(SHORTS, probe.split(), i / 2))
              .add(odd.mul(ShortVector.fromArray(SHORTS, probe.split(), (DIMENSIONS + i) / 2)))
              .reinterpretAsInts();
      sums =
          sums.add(pairs.lanewise(VectorOperators.ASHR, 16))
              .add(pairs.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16));
    }
    return sums.reduceLanes(VectorOperators.ADD);
  }

  @Override
  public long fold(MemorySegment codes, long offset) {
    LongVector one = LongVector.zero(SPECIES);
    LongVector two = LongVector.zero(SPECIES);
    int bytes = STEP * Long.BYTES;
    for (int at = 0; at < CodeLayout.SUPERBLOCK_BYTES; at += 2 * bytes) {
      one = one.lanewise(VectorOperators.XOR, load(codes, offset + at));
      two = two.lanewise(VectorOperators.XOR, load(codes, offset + at + bytes));
    }
    return one.lanewise(VectorOperators.XOR, two).reduceLanes(VectorOperators.XOR);
  }
}
