package org.ridgeline.exchange.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.vocabulary.FingerPosition;

class FingerSourcesTest {
  private static final char US = 0x1f;

  @Test
  void rolledComesBeforePlainBeforeAMarkedPart() {
    String segment = String.join(String.valueOf(US), "2", "1", "20", "3", "40");
    Transaction card =
        Bookings.car("T1")
            .type14(40, 0, Bookings.picture(), Map.of(21, segment))
            .type4(2, 0, Bookings.picture())
            .type4(2, 1, Bookings.picture())
            .build();
    List<FingerSource> sources =
        FingerSources.of(Card.asSent(card)).get(FingerPosition.RIGHT_INDEX);
    assertThat(sources).extracting(source -> source.image().imp()).containsExactly(1, 0, 0);
    assertThat(sources.getLast().box()).contains(new FingerSource.Box(1, 20, 3, 40));
    assertThat(sources.getFirst().box()).isEmpty();
  }

  @Test
  void slapsAreApartWithTheBoxesTheirSenderGave() {
    String segment = String.join(String.valueOf(US), "2", "1", "20", "3", "40");
    Transaction card =
        Bookings.car("T1")
            .type14(13, 0, Bookings.picture(), Map.of(21, segment, 18, "5" + US + "XX"))
            .type4(14, 0, Bookings.picture())
            .build();
    assertThat(FingerSources.of(Card.asSent(card))).isEmpty();
    List<SlapSource> slaps = SlapSource.of(Card.asSent(card));
    assertThat(slaps).extracting(slap -> slap.kind().fgp()).containsExactly(13, 14);
    assertThat(slaps.getFirst().given())
        .isEqualTo(Map.of(FingerPosition.RIGHT_INDEX, new FingerSource.Box(1, 20, 3, 40)));
    assertThat(slaps.getFirst().missing()).containsExactly(FingerPosition.RIGHT_LITTLE);
    assertThat(slaps.getLast().given()).isEmpty();
  }

  @Test
  void aSlapMayShowAllItsFingersThatAreNotExcused() {
    Transaction card =
        Bookings.car("T1")
            .field2(84, List.of(List.of("3", "XX")))
            .type4(13, 0, Bookings.picture())
            .build();
    assertThat(FingerSources.present(Card.asSent(card)))
        .containsExactlyInAnyOrder(
            FingerPosition.RIGHT_INDEX, FingerPosition.RIGHT_RING, FingerPosition.RIGHT_LITTLE);
  }

  @Test
  void aPlainThumbIsAThumb() {
    Transaction card =
        Bookings.car("T1")
            .type4(11, 0, Bookings.picture())
            .type4(12, 0, Bookings.picture())
            .build();
    assertThat(FingerSources.present(Card.asSent(card)))
        .containsExactlyInAnyOrder(FingerPosition.RIGHT_THUMB, FingerPosition.LEFT_THUMB);
  }

  @Test
  void aBrokenSegmentGivesNoBox() {
    Transaction card =
        Bookings.car("T1")
            .type14(13, 0, Bookings.picture(), Map.of(21, "2" + US + "x" + US + "20"))
            .build();
    assertThat(SlapSource.of(Card.asSent(card)).getFirst().given()).isEmpty();
  }

  @Test
  void amputatedFingersAreExcused() {
    Transaction card =
        Bookings.car("T1").field2(84, List.of(List.of("3", "XX"), List.of("10", "UP"))).build();
    assertThat(Card.asSent(card).excused())
        .containsExactlyInAnyOrder(FingerPosition.RIGHT_MIDDLE, FingerPosition.LEFT_LITTLE);
  }
}
