package org.ridgeline.codec.itl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ItlPropertyTest {
  @Property(seed = "1")
  void anyBytesGiveADecoded(@ForAll byte[] bytes) {
    exercise(ItlReader.read(bytes));
  }

  @Property(seed = "2")
  void aMutatedCardGivesADecoded(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 100_000) Integer> places,
      @ForAll @Size(6) List<Byte> values) {
    byte[] card = Golden.card();
    for (int i = 0; i < places.size(); i++) {
      card[places.get(i) % card.length] = values.get(i);
    }
    exercise(ItlReader.read(card));
  }

  @Property(seed = "3", tries = 300)
  void whatIsBuiltIsReadBack(
      @ForAll("text") String name,
      @ForAll("text") String other,
      @ForAll @Size(max = 300) byte[] data,
      @ForAll @IntRange(min = 1, max = 10) int fgp) {
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

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.strings().withCharRange(' ', '~').withChars("ÄÖÜßéЖ東").ofMaxLength(200);
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
