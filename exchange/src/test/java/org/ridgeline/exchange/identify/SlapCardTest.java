package org.ridgeline.exchange.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.synth.card.CardImage;
import org.ridgeline.synth.card.PosedSlap;
import org.ridgeline.synth.card.SlapPose;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Cards of slaps: with the sender's boxes, with wrong ones, with none.
class SlapCardTest {
  private static final String US = "\u001f";
  private static final String RS = "\u001e";
  private static final List<FingerPosition> RIGHT =
      List.of(
          FingerPosition.RIGHT_INDEX,
          FingerPosition.RIGHT_MIDDLE,
          FingerPosition.RIGHT_RING,
          FingerPosition.RIGHT_LITTLE);

  private static final CardImage SLAP =
      PosedSlap.of(p -> FingerMaker.make(1001, p), 13, SlapPose.straight(), 1001);

  private static Picture picture(GrayImage image) {
    byte[] png = ImageEncoder.encode(ImageFormat.PNG, image);
    return Picture.of(Cga.PNG, image.widthPx(), image.heightPx(), png);
  }

  private static ProbeMaker.Made made(Transaction card) throws InterruptedException {
    try (FairPool pool = new FairPool("extract-", 2)) {
      return new ProbeMaker(pool).make("SENDER", Card.asSent(card));
    }
  }

  private static String seg(int movedDown, List<CardImage.Segment> boxes) {
    return boxes.stream()
        .map(box ->
            Arrays.asList(
                    box.fgp(),
                    box.left(),
                    box.right(),
                    box.top() + movedDown,
                    box.bottom() + movedDown)
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining(US)))
        .collect(Collectors.joining(RS));
  }

  private static List<Finding> of(ProbeMaker.Made made, FindingCode code) {
    return made.findings().stream().filter(finding -> finding.code() == code).toList();
  }

  @Test
  void aTypeFourSlapGivesItsFingers() throws InterruptedException {
    Transaction card = Bookings.car("T1").type4(13, 0, picture(SLAP.image())).build();
    ProbeMaker.Made made = made(card);
    assertThat(made.fingers()).filteredOn(ProbeFinger::usable).hasSize(4);
    assertThat(made.fingers()).extracting(ProbeFinger::finger).containsExactlyElementsOf(RIGHT);
    assertThat(made.isRefused()).isFalse();
  }

  @Test
  void anExaminerSeesTheFingerThatWasCutOut() throws InterruptedException {
    Transaction card = Bookings.car("T1").type4(13, 0, picture(SLAP.image())).build();
    ProbeFinger index = made(card).fingers().getFirst();
    Prints prints = Prints.of(Card.asSent(card));
    assertThat(prints.has(FingerPosition.RIGHT_INDEX)).isTrue();
    assertThat(prints.has(FingerPosition.LEFT_INDEX)).isFalse();
    GrayImage print =
        prints.image(FingerPosition.RIGHT_INDEX, Optional.of(index.record())).orElseThrow();
    assertThat(print.widthPx()).isEqualTo(index.template().widthPx());
    assertThat(print.heightPx()).isEqualTo(index.template().heightPx());
  }

  @Test
  void theSendersBoxesWinWhereTheyFit() throws InterruptedException {
    Map<Integer, String> seg = Map.of(21, seg(0, SLAP.segments()));
    ProbeMaker.Made made =
        made(Bookings.car("T1").type14(13, 0, picture(SLAP.image()), seg).build());
    CardImage.Segment first = SLAP.segments().getFirst();
    assertThat(made.fingers().getFirst().template().widthPx())
        .isEqualTo(first.right() - first.left() + 1);
    assertThat(of(made, FindingCode.SLAP_BOX_DISAGREES)).isEmpty();
  }

  @Test
  void aBoxHalfOffIsUsedAndSaid() throws InterruptedException {
    Map<Integer, String> seg = Map.of(21, seg(180, SLAP.segments()));
    ProbeMaker.Made made =
        made(Bookings.car("T1").type14(13, 0, picture(SLAP.image()), seg).build());
    CardImage.Segment first = SLAP.segments().getFirst();
    assertThat(made.fingers().getFirst().template().widthPx())
        .isEqualTo(first.right() - first.left() + 1);
    assertThat(of(made, FindingCode.SLAP_BOX_DISAGREES))
        .hasSize(4)
        .extracting(Finding::expected)
        .noneMatch(expected -> expected.endsWith("which is used"));
  }

  @Test
  void aBoxElsewhereIsLeftForOurs() throws InterruptedException {
    Map<Integer, String> seg = Map.of(21, seg(-450, SLAP.segments()));
    ProbeMaker.Made made =
        made(Bookings.car("T1").type14(13, 0, picture(SLAP.image()), seg).build());
    assertThat(made.fingers()).filteredOn(ProbeFinger::usable).hasSize(4);
    assertThat(of(made, FindingCode.SLAP_BOX_DISAGREES))
        .hasSize(4)
        .extracting(Finding::expected)
        .allMatch(expected -> expected.endsWith("which is used"));
  }

  @Test
  void soIsABoxBeyondTheImage() throws InterruptedException {
    Map<Integer, String> seg = Map.of(21, seg(5000, SLAP.segments()));
    ProbeMaker.Made made =
        made(Bookings.car("T1").type14(13, 0, picture(SLAP.image()), seg).build());
    assertThat(made.fingers()).filteredOn(ProbeFinger::usable).hasSize(4);
  }

  @Test
  void aSlapThatCannotBeSegmentedSaysWhy() throws InterruptedException {
    byte[] white = new byte[800 * 500];
    Arrays.fill(white, (byte) 250);
    GrayImage blank = GrayImage.of(800, 500, 500, white);
    ProbeMaker.Made made = made(Bookings.car("T1").type4(14, 0, picture(blank)).build());
    assertThat(of(made, FindingCode.SLAP_UNSEGMENTED))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.expected()).startsWith("4 fingers on FGP 14");
          assertThat(finding.found()).isEqualTo("no finger");
        });
    assertThat(made.isRefused()).isTrue();
  }

  @Test
  void theOtherHandIsSaidAndUsed() throws InterruptedException {
    CardImage left = PosedSlap.of(p -> FingerMaker.make(1001, p), 14, SlapPose.straight(), 1001);
    ProbeMaker.Made made = made(Bookings.car("T1").type4(13, 0, picture(left.image())).build());
    assertThat(of(made, FindingCode.SLAP_HAND_DOUBTFUL)).hasSize(1);
    assertThat(made.fingers()).hasSize(4);
  }

  @Test
  void aSlapIsNotLookedAtWhereEveryFingerHasItsOwnPrint() throws InterruptedException {
    byte[] noise = new byte[100];
    Picture broken = Picture.of(Cga.PNG, 800, 500, noise);
    var card = Bookings.car("T1").type4(13, 0, broken);
    for (FingerPosition finger : RIGHT) {
      GrayImage print =
          Impression.of(FingerMaker.make(1001, finger), 5, ImpressionStyle.rolled(80));
      card.type4(finger.fgp(), 1, picture(print));
    }
    assertThat(of(made(card.build()), FindingCode.IMAGE_UNREADABLE)).isEmpty();
  }
}
