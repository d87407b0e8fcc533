package org.ridgeline.exchange.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.identify.HeldRoom.ANNE;
import static org.ridgeline.exchange.identify.HeldRoom.BOB;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.identify.HeldCards;
import org.ridgeline.exchange.identify.HeldRoom;
import org.ridgeline.exchange.submission.Corrections;
import org.ridgeline.exchange.submission.ImageCorrection;
import org.ridgeline.exchange.submission.QualityHold;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;

class QualityDeskTest {
  private static final HeldCards.Decided BY_ANNE = new HeldCards.Decided(ANNE, "swapped");

  private final HeldRoom room = new HeldRoom();
  private final QualityDesk desk =
      new QualityDesk(room.source(), HeldRoom.comparison(), room.clock());

  @AfterEach
  void close() {
    desk.close();
    room.close();
  }

  private HeldCard card() {
    return desk.card("R1", ANNE, "card").orElseThrow();
  }

  @Test
  void aCardIsShownToWhoTookItAndThatTheyLookedIsOnRecord() throws InterruptedException {
    room.held("R1");
    assertThat(desk.queue()).extracting(QualityHold::control).containsExactly("R1");
    assertThat(desk.card("R1", ANNE, "card")).isEmpty();
    assertThat(desk.take("R1", ANNE)).isTrue();
    assertThat(desk.card("R1", BOB, "card")).isEmpty();
    assertThat(card().findings()).extracting(Finding::code).contains(FindingCode.FINGER_SEQUENCE);
    assertThat(card().sent().images()).hasSize(6);
    assertThat(room.room().actions("submission:R1"))
        .containsExactly(
            "submission.accept", "quality.hold", "quality.take", "quality.read", "quality.read");
    room.later(Duration.ofHours(2));
    assertThat(desk.queue()).isEmpty();
    assertThat(desk.card("R1", ANNE, "card")).isEmpty();
  }

  @Test
  void aPreviewSaysWhatCorrectionsGiveAndKeepsNothing() throws InterruptedException {
    room.held("R1");
    desk.take("R1", ANNE);
    Preview asSent = desk.preview(card(), Corrections.NONE, "anne");
    assertThat(asSent.isOutOfOrder()).isTrue();
    assertThat(asSent.usable()).isEqualTo(3);
    Preview corrected = desk.preview(card(), HeldRoom.unswap(), "anne");
    assertThat(corrected.isOutOfOrder()).isFalse();
    assertThat(corrected.isEnough()).isTrue();
    assertThat(desk.hold("R1").orElseThrow().decided()).isEmpty();
    Corrections dropped =
        new Corrections(
            List.of("4#1", "4#2", "4#4", "4#5").stream()
                .map(r -> new ImageCorrection(r, Optional.empty(), true, List.of()))
                .toList(),
            Map.of());
    assertThat(desk.preview(card(), dropped, "anne").isEnough()).isFalse();
  }

  @Test
  void aDecisionKeepsWhatWasCorrectedAndFaultsAreNotTaken() throws InterruptedException {
    room.held("R1");
    desk.take("R1", ANNE);
    var twice =
        new Corrections(
            List.of(new ImageCorrection("4#1", Optional.of(9), false, List.of())), Map.of());
    HeldCard card = card();
    // 4#1 is the image of the plain middle finger, 4#5.
    assertThatThrownBy(() -> desk.search(card, twice, BY_ANNE)).hasMessageContaining("SAME_IMAGE");
    assertThat(desk.search(card, HeldRoom.unswap(), BY_ANNE)).isEqualTo(HeldCards.Step.DONE);
    assertThat(desk.queue()).isEmpty();
    assertThat(desk.refuse("R1", BY_ANNE)).isEqualTo(HeldCards.Step.OVER);
    assertThat(desk.refuse("nothing", BY_ANNE)).isEqualTo(HeldCards.Step.OVER);
  }
}
