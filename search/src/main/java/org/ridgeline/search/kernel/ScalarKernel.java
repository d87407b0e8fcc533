package org.ridgeline.search.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The scan in plain Java.
public final class ScalarKernel implements ScanKernel {
  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

  @Override
  public void distances(MemorySegment codes, long offset, ProbeCode probe, long[] into) {
    Arrays.fill(into, 0, CodeLayout.SUPERBLOCK, 0);
    for (int i = 0; i < probe.count(); i++) {
      long base = offset + (long) probe.finger(i) * CodeLayout.FINGER_BYTES;
      for (int word = 0; word < CodeLayout.WORDS; word++) {
        long signs = probe.signs(i, word);
        long strong = probe.strong(i, word);
        for (int row = 0; row < CodeLayout.SUPERBLOCK; row++) {
          long turned = codes.get(WORD, base + CodeLayout.offset(row, 0, word)) ^ signs;
          into[row] += Long.bitCount(turned) + Long.bitCount(turned & strong);
        }
      }
    }
  }

  @Override
  public int below(long[] distances, long limit, int[] places) {
    int found = 0;
    for (int i = 0; i < CodeLayout.SUPERBLOCK; i++) {
      if (distances[i] < limit) {
        places[found++] = i;
      }
    }
    return found;
  }

  @Override
  public int product(MemorySegment rows, long offset, ProbeSignature probe) {
    int sum = 0;
    for (int i = 0; i < CodeLayout.DIMENSIONS; i++) {
      sum += rows.get(ValueLayout.JAVA_BYTE, offset + i) * probe.at(i);
    }
    return sum;
  }

  @Override
  public long fold(MemorySegment codes, long offset) {
    long all = 0;
    for (int at = 0; at < CodeLayout.SUPERBLOCK_BYTES; at += Long.BYTES) {
      all ^= codes.get(WORD, offset + at);
    }
    return all;
  }
}
