package org.ridgeline.extract.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.PackedRidges;
import org.ridgeline.vocabulary.RidgePrint;
import org.ridgeline.vocabulary.RidgeWaves;
import org.ridgeline.vocabulary.Ridges;

class PackedRidgesTest {
  private static final RidgePrint PRINT =
      RidgeReader.read(
          Impression.of(
              FingerMaker.make(5, FingerPosition.RIGHT_INDEX), 1, ImpressionStyle.plain(85)));
  private static final Ridges RIDGES = new Ridges(PRINT.waves(), PRINT.cells());
  private static final PackedRidges PACKED =
      PackedRidges.of(PRINT.widthPx(), PRINT.heightPx(), RIDGES);

  @Test
  void aPlainPrintTakesLessThanTwoAndAHalfThousandBytes() {
    assertThat(PACKED.sizeBytes()).isBetween(500, 2500);
  }

  @Test
  void whatIsUnpackedAgreesWithWhatWasPacked() {
    Ridges unpacked = PACKED.unpacked();
    double agreed = 0;
    double all = 0;
    for (int i = 0; i < PRINT.waves().columns() * PRINT.waves().rows(); i++) {
      double size = size(PRINT.waves(), i) * size(unpacked.waves(), i);
      agreed += product(PRINT.waves(), unpacked.waves(), i);
      all += size;
    }
    assertThat(agreed / all).isGreaterThan(0.95);
    for (int i = 0; i < PRINT.cells().columns() * PRINT.cells().rows(); i++) {
      assertThat(unpacked.cells().isInside(i)).isEqualTo(PRINT.cells().isInside(i));
    }
  }

  /// The real part of one point's value with another's conjugate, on the same side of the normal.
  private static double product(RidgeWaves one, RidgeWaves other, int at) {
    boolean isOpposed = Math.abs(one.course(at) - other.course(at)) > RidgeWaves.COURSES / 2;
    double imaginary = isOpposed ? -other.imaginary(at) : other.imaginary(at);
    return one.real(at) * other.real(at) + one.imaginary(at) * imaginary;
  }

  private static double size(RidgeWaves waves, int at) {
    return Math.hypot(waves.real(at), waves.imaginary(at));
  }

  @Test
  void packingWhatWasUnpackedKeepsNearlyAllOfIt() {
    Ridges once = PACKED.unpacked();
    Ridges twice = PackedRidges.of(PRINT.widthPx(), PRINT.heightPx(), once).unpacked();
    double agreed = 0;
    double all = 0;
    for (int i = 0; i < once.waves().columns() * once.waves().rows(); i++) {
      agreed += product(once.waves(), twice.waves(), i);
      all += size(once.waves(), i) * size(twice.waves(), i);
    }
    assertThat(agreed / all).isGreaterThan(0.98);
  }

  @Test
  void bytesComeBackAsTheyWere() {
    PackedRidges again = PackedRidges.ofBytes(PACKED.toBytes());
    assertThat(again).isEqualTo(PACKED).hasSameHashCodeAs(PACKED);
    assertThat(again.widthPx()).isEqualTo(PRINT.widthPx());
    assertThat(again.heightPx()).isEqualTo(PRINT.heightPx());
  }

  @Test
  void anyDamagedByteIsNoticed() {
    byte[] bytes = PACKED.toBytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x10;
      assertThatThrownBy(() -> PackedRidges.ofBytes(damaged))
          .as("byte %d", i)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /// A sender can make a checksum that fits; what it then says must be bounded still.
  @Test
  void noBytesTakeTheReaderBeyondThePicture() {
    SplittableRandom dice = new SplittableRandom(20_261_129);
    int read = 0;
    for (int trial = 0; trial < 300; trial++) {
      byte[] bytes = PACKED.toBytes();
      boolean isNoise = trial % 2 == 0;
      byte[] forged = isNoise ? new byte[12 + dice.nextInt(bytes.length)] : bytes.clone();
      if (isNoise) {
        dice.nextBytes(forged);
        System.arraycopy(bytes, 0, forged, 0, 8);
      } else {
        forged[forged.length - 1 - dice.nextInt(12)] ^= (byte) (1 + dice.nextInt(255));
      }
      seal(forged);
      try {
        PackedRidges.ofBytes(forged).unpacked();
        read++;
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("ridges");
      }
    }
    assertThat(read).isPositive();
  }

  private static void seal(byte[] bytes) {
    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
    sum.update(bytes, 0, 8);
    sum.update(bytes, 12, bytes.length - 12);
    java.nio.ByteBuffer.wrap(bytes).putInt(8, (int) sum.getValue());
  }

  @Test
  void sizesBeyondTheLimitAreRefused() {
    byte[] bytes = PACKED.toBytes();
    java.nio.ByteBuffer.wrap(bytes).putShort(4, (short) 2049);
    seal(bytes);
    assertThatThrownBy(() -> PackedRidges.ofBytes(bytes)).hasMessageContaining("limit=1..2048");
    assertThatThrownBy(() -> PackedRidges.of(0, 10, RIDGES)).hasMessageContaining("limit");
    assertThatThrownBy(() -> PackedRidges.ofBytes(new byte[11])).hasMessageContaining("bytes=11");
    assertThatThrownBy(() -> PackedRidges.ofBytes(new byte[PackedRidges.BYTES_MAX + 1]))
        .hasMessageContaining("limit=");
  }
}
