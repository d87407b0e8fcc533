package org.ridgeline.extract.slap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ridgeline.extract.Limits;
import org.ridgeline.extract.slap.Segmentation.Hand;
import org.ridgeline.extract.slap.Segmentation.Reason;
import org.ridgeline.extract.slap.Segmentation.Segmented;
import org.ridgeline.extract.slap.Segmentation.Unsegmented;
import org.ridgeline.synth.card.CardImage;
import org.ridgeline.synth.card.SlapPose;
import org.ridgeline.synth.card.SlapPose.Mark;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

class SlapSegmenterTest {
  private static final int SEED = 1000;
  private static final int PEOPLE = 3;
  private static final SlapPose STRAIGHT = SlapPose.straight();

  private static Cutting cut(SlapPose pose) {
    return Cutting.of(pose, SEED, PEOPLE);
  }

  @Test
  void cutsUprightSlaps() {
    assertThat(cut(STRAIGHT).wrong()).isEmpty();
    assertThat(cut(STRAIGHT).whole()).isEqualTo(9);
  }

  @Test
  void cutsTurnedSlaps() {
    assertThat(cut(STRAIGHT.turned(30)).whole()).isEqualTo(9);
    assertThat(cut(STRAIGHT.turned(-45)).whole()).isEqualTo(9);
  }

  @Test
  void saysHowFarAHandIsTurned() {
    CardImage slap = Cutting.slap(SlapKind.LEFT_FOUR, STRAIGHT.turned(-35), SEED);
    Segmented found = segmented(slap.image(), SlapKind.LEFT_FOUR);
    assertThat(found.turnDegrees()).isBetween(-47, -23);
  }

  @Test
  void leavesLowerJointsOut() {
    assertThat(cut(STRAIGHT.marked(Set.of(Mark.LOWER_JOINTS))).right()).isGreaterThanOrEqualTo(29);
  }

  @Test
  void passesOverHalosLettersAndLines() {
    Cutting cut = cut(STRAIGHT.marked(Set.of(Mark.HALO, Mark.LETTERS)));
    assertThat(cut.right()).isGreaterThanOrEqualTo(29);
  }

  @Test
  void findsAFingerThatIsMuchLighter() {
    Set<FingerPosition> ring = Set.of(FingerPosition.RIGHT_RING, FingerPosition.LEFT_RING);
    assertThat(cut(STRAIGHT.lightly(ring)).right()).isGreaterThanOrEqualTo(29);
  }

  @Test
  void namesTheFingersThatAreThere() {
    Set<FingerPosition> missing =
        Set.of(FingerPosition.RIGHT_MIDDLE, FingerPosition.LEFT_INDEX, FingerPosition.LEFT_THUMB);
    assertThat(cut(STRAIGHT.without(missing)).whole()).isEqualTo(9);
  }

  @Test
  void partsFingersThatLieNear() {
    assertThat(cut(STRAIGHT.spaced(330)).right()).isGreaterThanOrEqualTo(28);
  }

  @Test
  void refusesToGuessWhichFingerIsMissing() {
    SlapPose pose = STRAIGHT.without(Set.of(FingerPosition.RIGHT_MIDDLE));
    CardImage slap = Cutting.slap(SlapKind.RIGHT_FOUR, pose, SEED);
    assertThat(SlapSegmenter.segment(slap.image(), SlapKind.RIGHT_FOUR, Set.of()))
        .isEqualTo(new Unsegmented(Reason.FINGER_COUNT, 3, 4));
  }

  @Test
  void refusesAFingerTooMany() {
    CardImage slap = Cutting.slap(SlapKind.RIGHT_FOUR, STRAIGHT, SEED);
    Set<FingerPosition> missing = Set.of(FingerPosition.RIGHT_LITTLE);
    assertThat(SlapSegmenter.segment(slap.image(), SlapKind.RIGHT_FOUR, missing))
        .isEqualTo(new Unsegmented(Reason.FINGER_COUNT, 4, 3));
  }

  @Test
  void seesTheOtherHand() {
    for (int seed = SEED; seed < SEED + PEOPLE; seed++) {
      CardImage right = Cutting.slap(SlapKind.RIGHT_FOUR, STRAIGHT, seed);
      assertThat(segmented(right.image(), SlapKind.RIGHT_FOUR).hand()).isNotEqualTo(Hand.OTHER);
      assertThat(segmented(right.image(), SlapKind.LEFT_FOUR).hand()).isNotEqualTo(Hand.AS_STATED);
    }
    CardImage left = Cutting.slap(SlapKind.LEFT_FOUR, STRAIGHT, SEED + 1);
    assertThat(segmented(left.image(), SlapKind.RIGHT_FOUR).hand()).isEqualTo(Hand.OTHER);
  }

  @Test
  void thumbsSayNothingOfTheHand() {
    CardImage thumbs = Cutting.slap(SlapKind.THUMBS, STRAIGHT, SEED);
    assertThat(segmented(thumbs.image(), SlapKind.THUMBS).hand()).isEqualTo(Hand.UNKNOWN);
  }

  @Test
  void boxesAreTheSameAtOtherResolutions() {
    CardImage slap = Cutting.slap(SlapKind.RIGHT_FOUR, STRAIGHT, SEED);
    for (int ppi : new int[] {250, 300, 1000, 1200}) {
      GrayImage scaled = scaled(slap.image(), ppi);
      List<FingerBox> boxes = segmented(scaled, SlapKind.RIGHT_FOUR).fingers();
      for (int i = 0; i < boxes.size(); i++) {
        FingerBox box = boxes.get(i);
        FingerBox at500 =
            new FingerBox(
                box.finger(),
                box.left() * 500 / ppi,
                box.right() * 500 / ppi,
                box.top() * 500 / ppi,
                box.bottom() * 500 / ppi);
        assertThat(Cutting.isRight(at500, slap.segments().get(i))).as(ppi + " " + at500).isTrue();
      }
    }
  }

  @Test
  void theSameImageGivesTheSameBoxes() {
    GrayImage image = Cutting.slap(SlapKind.LEFT_FOUR, STRAIGHT.turned(10), SEED).image();
    assertThat(segmented(image, SlapKind.LEFT_FOUR))
        .isEqualTo(segmented(image, SlapKind.LEFT_FOUR));
  }

  @Test
  void aHandWithoutFingersHasNone() {
    GrayImage image = GrayImage.of(10, 10, 500, new byte[100]);
    Set<FingerPosition> all = Set.copyOf(SlapKind.THUMBS.fingers());
    assertThat(SlapSegmenter.segment(image, SlapKind.THUMBS, all))
        .isEqualTo(new Unsegmented(Reason.NOT_A_SLAP, 0, 0));
  }

  @Test
  void aSideOfTheLargestSlapIsTakenAndNoMore() {
    int side = Limits.SLAP_SIDE_INCHES_MAX * Limits.RESOLUTION_PPI_MIN;
    assertThat(reason(side - 1, Limits.RESOLUTION_PPI_MIN)).isEqualTo(Reason.NO_FINGERS);
    assertThat(reason(side, Limits.RESOLUTION_PPI_MIN)).isEqualTo(Reason.NO_FINGERS);
    assertThat(reason(side + 1, Limits.RESOLUTION_PPI_MIN)).isEqualTo(Reason.NOT_A_SLAP);
  }

  @Test
  void aResolutionOutOfLimitsIsNoSlap() {
    assertThat(reason(100, Limits.RESOLUTION_PPI_MIN - 1)).isEqualTo(Reason.NOT_A_SLAP);
    assertThat(reason(100, Limits.RESOLUTION_PPI_MAX)).isEqualTo(Reason.NO_FINGERS);
    assertThat(reason(100, Limits.RESOLUTION_PPI_MAX + 1)).isEqualTo(Reason.NOT_A_SLAP);
  }

  private static Reason reason(int width, int ppi) {
    GrayImage image = GrayImage.of(width, 20, ppi, new byte[width * 20]);
    return ((Unsegmented) SlapSegmenter.segment(image, SlapKind.RIGHT_FOUR, Set.of())).reason();
  }

  private static Segmented segmented(GrayImage image, SlapKind kind) {
    return (Segmented) SlapSegmenter.segment(image, kind, Set.of());
  }

  /// The image at another resolution, grey levels between pixels in proportion.
  private static GrayImage scaled(GrayImage image, int ppi) {
    int width = image.widthPx() * ppi / 500;
    int height = image.heightPx() * ppi / 500;
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double fromX = Math.min(image.widthPx() - 1.001, x * 500.0 / ppi);
        double fromY = Math.min(image.heightPx() - 1.001, y * 500.0 / ppi);
        int left = (int) fromX;
        int top = (int) fromY;
        double across = fromX - left;
        double down = fromY - top;
        double above = image.at(left, top) * (1 - across) + image.at(left + 1, top) * across;
        double below =
            image.at(left, top + 1) * (1 - across) + image.at(left + 1, top + 1) * across;
        pixels[y * width + x] = (byte) (above * (1 - down) + below * down);
      }
    }
    return GrayImage.of(width, height, ppi, pixels);
  }
}
