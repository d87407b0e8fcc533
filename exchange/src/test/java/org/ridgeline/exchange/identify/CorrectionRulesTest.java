package org.ridgeline.exchange.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.identify.CorrectionRules.Fault;
import org.ridgeline.exchange.submission.Corrections;
import org.ridgeline.exchange.submission.DrawnBox;
import org.ridgeline.exchange.submission.FingerMark;
import org.ridgeline.exchange.submission.ImageCorrection;
import org.ridgeline.vocabulary.FingerPosition;

/// What a correction may say of a card, and with what nobody makes up fingers.
class CorrectionRulesTest {
  /// 4#1 rolled 1, 4#2 rolled 2, 4#3 the bytes of 4#2 as 3, 4#4 plain right thumb, 4#5 right four,
  /// 4#6 left four, 4#7 of unknown position.
  private static final Card CARD =
      Card.asSent(
          Bookings.car("T1")
              .type4(1, 1, finger(1))
              .type4(2, 1, finger(2))
              .type4(3, 1, finger(2))
              .type4(11, 0, finger(4))
              .type4(13, 2, slap(5))
              .type4(14, 2, slap(6))
              .type4(0, 1, finger(7))
              .build());

  private static Picture finger(int number) {
    return Picture.of(Cga.PNG, 800, 750, new byte[] {(byte) number});
  }

  private static Picture slap(int number) {
    return Picture.of(Cga.PNG, 1600, 1500, new byte[] {(byte) number});
  }

  private static Corrections position(String record, int fgp) {
    return images(new ImageCorrection(record, Optional.of(fgp), false, List.of()));
  }

  private static Corrections images(ImageCorrection... images) {
    return new Corrections(List.of(images), Map.of());
  }

  private static ImageCorrection drop(String record) {
    return new ImageCorrection(record, Optional.empty(), true, List.of());
  }

  private static Corrections boxes(String record, DrawnBox... boxes) {
    return images(new ImageCorrection(record, Optional.empty(), false, List.of(boxes)));
  }

  private static DrawnBox box(int fgp, int left, int right, int top, int bottom) {
    return new DrawnBox(FingerPosition.ofFgp(fgp).orElseThrow(), left, right, top, bottom);
  }

  private static Corrections mark(int fgp, FingerMark mark) {
    return new Corrections(List.of(), Map.of(FingerPosition.ofFgp(fgp).orElseThrow(), mark));
  }

  private static Arguments fault(String what, Corrections corrections, Fault... faults) {
    return Arguments.of(what, corrections, List.of(faults));
  }

  static Stream<Arguments> table() {
    return Stream.of(
        fault("nothing", Corrections.NONE),
        fault("a free position", position("4#1", 9)),
        fault("a rolled thumb as a plain one would be taken", position("4#4", 12)),
        fault("an unknown position as a finger", position("4#7", 8)),
        fault("an image that is not there", position("4#99", 2), Fault.NO_SUCH_IMAGE),
        fault("a finger as a slap", position("4#1", 15), Fault.POSITION),
        fault("a slap as a finger", position("4#5", 2), Fault.POSITION),
        fault("no position at all", position("4#1", 77), Fault.POSITION),
        fault("a position that another has", position("4#1", 2), Fault.POSITION_TAKEN),
        fault(
            "two images as one finger",
            images(
                new ImageCorrection("4#1", Optional.of(9), false, List.of()),
                new ImageCorrection("4#7", Optional.of(9), false, List.of())),
            Fault.POSITION_TAKEN),
        fault(
            "both hands exchanged",
            images(
                new ImageCorrection("4#5", Optional.of(14), false, List.of()),
                new ImageCorrection("4#6", Optional.of(13), false, List.of()))),
        fault("one slap as the other hand", position("4#5", 14), Fault.POSITION_TAKEN),
        fault(
            "the other dropped",
            images(new ImageCorrection("4#5", Optional.of(14), false, List.of()), drop("4#6"))),
        fault("one image as two fingers", position("4#3", 9), Fault.SAME_IMAGE),
        fault(
            "the copy dropped",
            images(new ImageCorrection("4#3", Optional.of(9), false, List.of()), drop("4#2"))),
        fault("boxes", boxes("4#5", box(2, 0, 300, 0, 400), box(3, 310, 600, 0, 400))),
        fault("a box of the other hand", boxes("4#5", box(7, 0, 300, 0, 400)), Fault.OTHER_HAND),
        fault("a box of a thumb", boxes("4#5", box(1, 0, 300, 0, 400)), Fault.OTHER_HAND),
        fault("at the edge", boxes("4#5", box(2, 1300, 1599, 1100, 1499))),
        fault("beyond", boxes("4#5", box(2, 1300, 1600, 1100, 1499)), Fault.BOX_OUTSIDE),
        fault("below", boxes("4#5", box(2, 1300, 1599, 1100, 1500)), Fault.BOX_OUTSIDE),
        fault("too small", boxes("4#5", box(2, 0, 20, 0, 400)), Fault.BOX_SIZE),
        fault("too large", boxes("4#5", box(2, 0, 1400, 0, 400)), Fault.BOX_SIZE),
        fault(
            "one place as two fingers",
            boxes("4#5", box(2, 0, 300, 0, 400), box(3, 5, 305, 0, 400)),
            Fault.BOXES_OVERLAP),
        fault(
            "one finger twice",
            boxes("4#5", box(2, 0, 300, 0, 400), box(2, 310, 600, 0, 400)),
            Fault.FINGER_TWICE),
        fault("boxes of one finger", boxes("4#1", box(1, 0, 300, 0, 400)), Fault.NO_SLAP),
        fault("a finger that is not there", mark(9, FingerMark.AMPUTATED)),
        fault("one that is", mark(1, FingerMark.UNABLE), Fault.MISSING_AND_PRINTED),
        fault(
            "missing, and drawn",
            new Corrections(
                boxes("4#5", box(5, 0, 300, 0, 400)).images(),
                Map.of(FingerPosition.RIGHT_LITTLE, FingerMark.AMPUTATED)),
            Fault.MISSING_AND_PRINTED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void aCorrectionSaysWhosePrintsAreThereAndMakesUpNone(
      String what, Corrections corrections, List<Fault> faults) {
    assertThat(CorrectionRules.faults(CARD, corrections))
        .as(what)
        .extracting(CorrectionRules.Faulty::fault)
        .containsExactlyElementsOf(faults);
  }
}
