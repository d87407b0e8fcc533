package org.ridgeline.search.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// The inner loops of a search: distances to the codes of a superblock, products of signatures.
///
/// Two do the same, bit for bit: [ScalarKernel] runs everywhere, [VectorKernel] where the JVM has
/// its vector module and the processor registers of 256 bits or more.
/// - **Layout** of codes: [CodeLayout]
/// - **Overflow** a distance is at most 2 · 128 · 10
public sealed interface ScanKernel permits ScalarKernel, VectorKernel {
  /// Larger than any distance: an encounter that is not there.
  long NOWHERE = 1 << 20;

  /// A mask a row.
  ValueLayout.OfShort MASK = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Four masks at once.
  ValueLayout.OfLong MASKS = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Distances of the encounters of one superblock to a probe, counting every finger of the probe
  /// as there.
  /// - **Shape** `into`: [CodeLayout#SUPERBLOCK] numbers
  void distances(MemorySegment codes, long offset, ProbeCode probe, long[] into);

  /// Numbers below `limit`: their places are put into `places`.
  /// - **Shape** returns how many
  int below(long[] distances, long limit, int[] places);

  /// All words of a superblock, exclusive-ored: what reading alone costs.
  long fold(MemorySegment codes, long offset);

  /// The product of a gallery signature, where it lies, and a probe's.
  /// - **Shape** 128 signed bytes each
  /// - **Overflow** at most 128 · 127² = 2,064,512
  int product(MemorySegment rows, long offset, ProbeSignature probe);

  /// Takes missing fingers and missing encounters into account.
  /// - **Shape** `masks`: 16 bits an encounter; `row`: the superblock's first
  static void correct(MemorySegment masks, int row, ProbeCode probe, long[] distances) {
    long whole = CodeLayout.WHOLE * 0x0001_0001_0001_0001L;
    for (int i = 0; i < CodeLayout.SUPERBLOCK; i += 4) {
      if (masks.get(MASKS, 2L * (row + i)) != whole) {
        for (int j = i; j < i + 4; j++) {
          int mask = masks.get(MASK, 2L * (row + j));
          distances[j] =
              (mask & CodeLayout.LIVE) == 0 ? NOWHERE : distances[j] + probe.correction(mask);
        }
      }
    }
  }
}
