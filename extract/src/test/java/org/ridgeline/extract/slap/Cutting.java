package org.ridgeline.extract.slap;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.synth.card.CardImage;
import org.ridgeline.synth.card.PosedSlap;
import org.ridgeline.synth.card.SlapPose;
import org.ridgeline.synth.print.FingerMaker;

/// How well synthetic slaps are cut, finger by finger, as NIST's SlapSeg counts it: a box is right
/// where each side lies near enough to the true one.
/// - **Unit** pixels at 500 ppi: left, right and top up to 64 outside the true box or 32 inside, as
///   SlapSeg II and III; the bottom, which no crease marks on our prints, 64 either way, our own
/// - **Source** NISTIR 7553 (SlapSeg II), from memory
record Cutting(int fingers, int right, int slaps, int whole, int refused, List<String> wrong) {
  static final int OUTSIDE_PX = 64;
  static final int INSIDE_PX = 32;
  static final int BOTTOM_PX = 64;

  /// The slaps 13, 14 and 15 of some people in one pose.
  static Cutting of(SlapPose pose, int firstSeed, int people) {
    var sum = new Cutting(0, 0, 0, 0, 0, List.of());
    for (int seed = firstSeed; seed < firstSeed + people; seed++) {
      for (SlapKind kind : SlapKind.values()) {
        sum = sum.with(of(slap(kind, pose, seed), kind, pose));
      }
    }
    return sum;
  }

  static CardImage slap(SlapKind kind, SlapPose pose, long seed) {
    return PosedSlap.of(position -> FingerMaker.make(seed, position), kind.fgp(), pose, seed);
  }

  private static Cutting of(CardImage slap, SlapKind kind, SlapPose pose) {
    List<String> wrong = new ArrayList<>();
    Segmentation found = SlapSegmenter.segment(slap.image(), kind, pose.missing());
    boolean cut = found instanceof Segmentation.Segmented;
    if (found instanceof Segmentation.Segmented(var boxes, _, _)) {
      for (CardImage.Segment truth : slap.segments()) {
        boxes.stream()
            .filter(box -> box.finger().fgp() == truth.fgp() && !isRight(box, truth))
            .forEach(box -> wrong.add(box + " for " + truth));
      }
    }
    int fingers = slap.segments().size();
    int right = cut ? fingers - wrong.size() : 0;
    return new Cutting(fingers, right, 1, right == fingers ? 1 : 0, cut ? 0 : 1, wrong);
  }

  static boolean isRight(FingerBox box, CardImage.Segment truth) {
    return isNear(truth.left() - box.left(), INSIDE_PX, OUTSIDE_PX)
        && isNear(box.right() - truth.right(), INSIDE_PX, OUTSIDE_PX)
        && isNear(truth.top() - box.top(), INSIDE_PX, OUTSIDE_PX)
        && isNear(box.bottom() - truth.bottom(), BOTTOM_PX, BOTTOM_PX);
  }

  private static boolean isNear(int outside, int inMax, int outMax) {
    return outside >= -inMax && outside <= outMax;
  }

  private Cutting with(Cutting other) {
    List<String> all = new ArrayList<>(wrong);
    all.addAll(other.wrong);
    return new Cutting(
        fingers + other.fingers,
        right + other.right,
        slaps + other.slaps,
        whole + other.whole,
        refused + other.refused,
        all);
  }
}
