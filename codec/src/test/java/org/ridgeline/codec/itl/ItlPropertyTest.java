package org.ridgeline.codec.itl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each try is a test of its own with a seed, which its name says; the seed alone says what is
/// tried.
class ItlPropertyTest {
  private static final int BYTES_MAX = 255;
  private static final int TEXT_MAX = 200;
  private static final String OTHER_SCRIPTS = "ÄÖÜßéЖ東";

  static LongStream thousand() {
    return LongStream.rangeClosed(1, 1000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("thousand")
  void anyBytesGiveADecoded(long seed) {
    exercise(ItlReader.read(bytes(dice(seed), BYTES_MAX)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("thousand")
  void aMutatedCardGivesADecoded(long seed) {
    RandomGenerator dice = dice(seed);
    byte[] card = Golden.card();
    int places = dice.nextInt(1, 7);
    for (int i = 0; i < places; i++) {
      card[dice.nextInt(card.length)] = anyByte(dice);
    }
    exercise(ItlReader.read(card));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("thousand")
  void whatIsBuiltIsReadBack(long seed) {
    RandomGenerator dice = dice(seed);
    String name = text(dice);
    String other = text(dice);
    byte[] data = bytes(dice, 300);
    int fgp = dice.nextInt(1, 11);
    TransactionBuilder builder =
        TransactionBuilder.of("CAR")
            .header(5, "20100112")
            .header(7, "FBI000000")
            .header(8, "CA0340000")
            .header(9, "T1")
            .field2(18, name)
            .field2(2037, List.of(List.of(name, other), List.of(other)))
            .type4(fgp, 1, Picture.of(Cga.WSQ20, 500, 600, data))
            .type14(fgp, 1, new Picture(Cga.PNG, 500, 600, 1000, data), Map.of(20, "comment"));
    Transaction built = builder.build();
    byte[] bytes = ItlWriter.write(built);
    Transaction read = ItlReaderTest.accepted(bytes);
    assertThat(read).isEqualTo(built);
    assertThat(ItlWriter.write(read)).isEqualTo(bytes);
    TaggedRecord two = read.typeTwo().orElseThrow();
    assertThat(two.value(18).orElse("")).isEqualTo(name);
    assertThat(two.subfields(2037)).containsExactly(List.of(name, other), List.of(other));
    int images = data.length == 0 ? 0 : 2;
    assertThat(read.fingerImages()).hasSize(images);
    read.fingerImages().forEach(image -> assertThat(image.data()).isEqualTo(data));
    read.fingerImages().forEach(image -> assertThat(image.fgp()).isEqualTo(fgp));
  }

  private static RandomGenerator dice(long seed) {
    return new SplittableRandom(seed);
  }

  /// One of five is as short or as long as can be.
  private static int length(RandomGenerator dice, int most) {
    return switch (dice.nextInt(15)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> most;
      default -> dice.nextInt(most + 1);
    };
  }

  private static byte[] bytes(RandomGenerator dice, int most) {
    byte[] bytes = new byte[length(dice, most)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = anyByte(dice);
    }
    return bytes;
  }

  /// One of five is at an end of its range or one that the format separates with.
  private static byte anyByte(RandomGenerator dice) {
    byte[] edges = {
      0, 1, -1, Byte.MIN_VALUE, Byte.MAX_VALUE, 0x1C, 0x1D, 0x1E, 0x1F, '.', ':', '9'
    };
    return dice.nextInt(5) == 0
        ? edges[dice.nextInt(edges.length)]
        : (byte) dice.nextInt(Byte.MIN_VALUE, Byte.MAX_VALUE + 1);
  }

  private static String text(RandomGenerator dice) {
    StringBuilder text = new StringBuilder();
    for (int left = length(dice, TEXT_MAX); left > 0; left--) {
      text.append(
          dice.nextInt(8) == 0
              ? OTHER_SCRIPTS.charAt(dice.nextInt(OTHER_SCRIPTS.length()))
              : (char) dice.nextInt(' ', '~' + 1));
    }
    return text.toString();
  }

  /// Every view of what was read must hold.
  private static void exercise(Decoded decoded) {
    switch (decoded) {
      case Decoded.Accepted accepted -> {
        accepted.transaction().fingerImages().forEach(FingerImage::data);
        accepted.transaction().records().forEach(ItlPropertyTest::exercise);
      }
      case Decoded.Refused refused -> {
        assertThat(refused.findings()).isNotEmpty();
        refused.header().ifPresent(ItlPropertyTest::exercise);
      }
    }
  }

  private static void exercise(ItlRecord record) {
    assertThat(record.idc()).isNotNegative();
    for (int field : record.fields()) {
      assertThat(record.has(field)).isTrue();
      assertThat(record.offsetOf(field)).isNotNegative();
      assertThat(record.values(field)).hasSameSizeAs(record.subfields(field));
    }
    record.data();
  }
}
