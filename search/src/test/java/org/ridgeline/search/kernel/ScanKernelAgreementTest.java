package org.ridgeline.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The scalar and the vector kernel do the same, bit for bit, and what their documentation says.
class ScanKernelAgreementTest {
  private static final int SUPERBLOCKS = 3;

  private final SplittableRandom dice = new SplittableRandom(20_261_123);
  private final MemorySegment codes =
      Arena.ofAuto().allocate((long) SUPERBLOCKS * CodeLayout.SUPERBLOCK_BYTES, 64);
  private final MemorySegment masks =
      Arena.ofAuto().allocate(2L * SUPERBLOCKS * CodeLayout.SUPERBLOCK, 64);
  private final ScanKernel scalar = new ScalarKernel();
  private final ScanKernel vector = new VectorKernel();

  ScanKernelAgreementTest() {
    for (long at = 0; at < codes.byteSize(); at += Long.BYTES) {
      long word = dice.nextLong();
      codes.set(ValueLayout.JAVA_LONG, at, at % 7 == 0 ? -1 : at % 11 == 0 ? 0 : word);
    }
    for (int row = 0; row < SUPERBLOCKS * CodeLayout.SUPERBLOCK; row++) {
      masks.set(ScanKernel.MASK, 2L * row, (short) CodeLayout.WHOLE);
    }
  }

  @Test
  void distancesAgreeForEveryChoiceOfFingers() {
    for (int fingers = 1; fingers < 1 << CodeLayout.FINGERS; fingers += 13) {
      ProbeCode probe = new ProbeCode(signatures(fingers));
      long offset = (long) dice.nextInt(SUPERBLOCKS) * CodeLayout.SUPERBLOCK_BYTES;
      assertThat(distances(vector, offset, probe)).isEqualTo(distances(scalar, offset, probe));
    }
  }

  @Test
  void distancesAgreeAtTheExtremes() {
    byte[][] high = new byte[CodeLayout.FINGERS][128];
    byte[][] low = new byte[CodeLayout.FINGERS][128];
    for (int finger = 0; finger < CodeLayout.FINGERS; finger++) {
      Arrays.fill(high[finger], (byte) 127);
      Arrays.fill(low[finger], (byte) -127);
    }
    codes.fill((byte) 0xFF);
    assertThat(distances(vector, 0, new ProbeCode(high))).containsOnly(0);
    assertThat(distances(vector, 0, new ProbeCode(low))).containsOnly(2 * 128 * 10);
    assertThat(distances(scalar, 0, new ProbeCode(low))).containsOnly(2 * 128 * 10);
  }

  @Test
  void aDistanceCountsTurnedSignsAndStrongOnesTwice() {
    byte[][] signatures = signatures(0b10_0000_1001);
    ProbeCode probe = new ProbeCode(signatures);
    int row = 300;
    long expected = 0;
    for (int finger : new int[] {0, 3, 9}) {
      int[] sizes = new int[128];
      for (int d = 0; d < 128; d++) {
        sizes[d] = Math.abs(signatures[finger][d]);
      }
      Arrays.sort(sizes);
      for (int d = 0; d < 128; d++) {
        long word =
            codes.get(ValueLayout.JAVA_LONG, CodeLayout.offset(row, finger, d / 64)) >>> d % 64;
        boolean turned = (word & 1) != (signatures[finger][d] > 0 ? 1 : 0);
        boolean strong = Math.abs(signatures[finger][d]) >= Math.max(1, sizes[64]);
        expected += turned ? strong ? 2 : 1 : 0;
      }
    }
    assertThat(distances(scalar, 0, probe)[row]).isEqualTo(expected);
  }

  @Test
  void aMissingFingerCountsAsAStrangersDoesOnAverage() {
    ProbeCode probe = new ProbeCode(signatures(0b11_1111_1111));
    for (int finger = 0; finger < CodeLayout.FINGERS; finger++) {
      for (int word = 0; word < CodeLayout.WORDS; word++) {
        codes.set(ValueLayout.JAVA_LONG, CodeLayout.offset(5, finger, word), 0);
      }
    }
    masks.set(ScanKernel.MASK, 2L * 5, (short) CodeLayout.LIVE);
    masks.set(ScanKernel.MASK, 2L * 6, (short) 0);
    long[] distances = distances(scalar, 0, probe);
    long regular = distances[7];
    ScanKernel.correct(masks, 0, probe, distances);
    assertThat(distances[5]).isBetween((long) probe.neutral() - 10, (long) probe.neutral() + 10);
    assertThat(distances[6]).isEqualTo(ScanKernel.NOWHERE);
    assertThat(distances[7]).isEqualTo(regular);
  }

  @Test
  void placesBelowALimitAgree() {
    long[] distances = new long[CodeLayout.SUPERBLOCK];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = dice.nextInt(100);
    }
    for (long limit : new long[] {0, 1, 50, 99, 100, Long.MAX_VALUE}) {
      int[] one = new int[CodeLayout.SUPERBLOCK];
      int[] other = new int[CodeLayout.SUPERBLOCK];
      int found = scalar.below(distances, limit, one);
      assertThat(vector.below(distances, limit, other)).isEqualTo(found);
      assertThat(other).isEqualTo(one);
      assertThat(found).isEqualTo(Arrays.stream(distances).filter(d -> d < limit).count());
    }
  }

  @Test
  void productsAgreeAndAreProducts() {
    MemorySegment row = Arena.ofAuto().allocate(3 * 128L, 8);
    for (int round = 0; round < 200; round++) {
      byte[] probe = signatures(1)[0];
      long sum = 0;
      for (int d = 0; d < 128; d++) {
        byte value = (byte) (round == 0 ? -127 : dice.nextInt(255) - 127);
        probe[d] = round == 0 ? -127 : probe[d];
        row.set(ValueLayout.JAVA_BYTE, 128 + d, value);
        sum += value * probe[d];
      }
      ProbeSignature signature = new ProbeSignature(probe);
      assertThat(scalar.product(row, 128, signature)).isEqualTo((int) sum);
      assertThat(vector.product(row, 128, signature)).isEqualTo((int) sum);
    }
  }

  @Test
  void readingAloneAgrees() {
    assertThat(vector.fold(codes, 0)).isEqualTo(scalar.fold(codes, 0));
  }

  @Test
  void aProbeHasAFinger() {
    assertThatThrownBy(() -> new ProbeCode(new byte[CodeLayout.FINGERS][]))
        .hasMessage("fingers=0 limit=1..10");
  }

  @Test
  void theKernelInUseIsNamed() {
    assertThat(Kernels.description()).startsWith("scan kernel: ");
    assertThat(Kernels.description())
        .contains(Kernels.best() instanceof VectorKernel ? "-bit vectors" : "scalar, because");
  }

  private byte[][] signatures(int fingers) {
    byte[][] signatures = new byte[CodeLayout.FINGERS][];
    for (int finger = 0; finger < CodeLayout.FINGERS; finger++) {
      if ((fingers & 1 << finger) != 0) {
        signatures[finger] = new byte[128];
        for (int d = 0; d < 128; d++) {
          signatures[finger][d] = (byte) (dice.nextInt(255) - 127);
        }
      }
    }
    return signatures;
  }

  private long[] distances(ScanKernel kernel, long offset, ProbeCode probe) {
    long[] distances = new long[CodeLayout.SUPERBLOCK];
    Arrays.fill(distances, 99);
    kernel.distances(codes, offset, probe, distances);
    return distances;
  }
}
