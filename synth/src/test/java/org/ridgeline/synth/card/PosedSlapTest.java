package org.ridgeline.synth.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.vocabulary.FingerPosition;

class PosedSlapTest {
  private static CardImage slap(int fgp, SlapPose pose) {
    return PosedSlap.of(position -> FingerMaker.make(3, position), fgp, pose, 3);
  }

  @Test
  void boxesLieFromLeftToRightWithTheInkInside() {
    CardImage slap = slap(13, SlapPose.straight());
    assertThat(slap.segments()).extracting(CardImage.Segment::fgp).containsExactly(2, 3, 4, 5);
    for (CardImage.Segment box : slap.segments()) {
      int dark = 0;
      for (int y = box.top(); y <= box.bottom(); y++) {
        for (int x = box.left(); x <= box.right(); x++) {
          dark += slap.image().at(x, y) < 150 ? 1 : 0;
        }
      }
      int area = (box.right() - box.left()) * (box.bottom() - box.top());
      assertThat(dark / (double) area).isBetween(0.1, 0.7);
    }
  }

  @Test
  void theLeftHandLiesTheOtherWayRound() {
    assertThat(slap(14, SlapPose.straight()).segments())
        .extracting(CardImage.Segment::fgp)
        .containsExactly(10, 9, 8, 7);
  }

  @Test
  void aTurnedHandRisesToOneSide() {
    CardImage slap = slap(15, SlapPose.straight().turned(30));
    CardImage.Segment left = slap.segments().getFirst();
    CardImage.Segment right = slap.segments().getLast();
    assertThat(right.top()).isGreaterThan(left.top() + 150);
  }

  @Test
  void aMissingFingerLeavesNothing() {
    Set<FingerPosition> ring = Set.of(FingerPosition.RIGHT_RING);
    CardImage slap = slap(13, SlapPose.straight().without(ring));
    assertThat(slap.segments()).extracting(CardImage.Segment::fgp).containsExactly(2, 3, 5);
    assertThat(slap.missing()).containsOnlyKeys(4);
  }

  @Test
  void theSamePoseGivesTheSamePixels() {
    SlapPose pose = SlapPose.straight().marked(Set.of(SlapPose.Mark.values()));
    assertThat(slap(13, pose).image().pixels()).isEqualTo(slap(13, pose).image().pixels());
  }

  @Test
  void refusesPosesAHandCannotHave() {
    assertThatThrownBy(() -> SlapPose.straight().turned(61))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("turnDegrees=61 limit=-60..60");
    assertThatThrownBy(() -> slap(12, SlapPose.straight())).hasMessage("fgp=12 limit=13..15");
  }
}
