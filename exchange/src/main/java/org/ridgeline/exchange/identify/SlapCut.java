package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.extract.slap.FingerBox;
import org.ridgeline.extract.slap.Segmentation;
import org.ridgeline.extract.slap.Segmentation.Segmented;
import org.ridgeline.extract.slap.Segmentation.Unsegmented;
import org.ridgeline.extract.slap.SlapSegmenter;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Where each finger of a slap is cut out: at the sender's box where it can be one, else at ours.
/// - **Shape** `sources`: one for each finger that is found, in order of positions
record SlapCut(List<FingerSource> sources, List<Finding> findings) {
  /// Narrowest and shortest box of a finger, and the widest and longest, inches.
  private static final double SIDE_INCHES_MIN = 0.15;

  private static final double SIDE_INCHES_MAX = 2.0;

  /// Boxes that share less than this of the smaller one are worth a look.
  private static final double AGREE = 0.60;

  /// Boxes that share less than this are of two places: the sender's is clearly off.
  private static final double SAME_PLACE = 0.20;

  /// Cuts a slap.
  static SlapCut of(GrayImage image, SlapSource slap) {
    if (!slap.drawn().isEmpty()) {
      return drawn(slap);
    }
    List<Finding> findings = new ArrayList<>();
    Segmentation seen = SlapSegmenter.segment(image, slap.kind(), slap.missing());
    Map<FingerPosition, FingerBox> ours = new EnumMap<>(FingerPosition.class);
    switch (seen) {
      case Segmented segmented -> {
        segmented.fingers().forEach(box -> ours.put(box.finger(), box));
        hand(slap, segmented).ifPresent(findings::add);
      }
      case Unsegmented unsegmented -> unsegmented(slap, unsegmented).ifPresent(findings::add);
    }
    List<FingerSource> sources = new ArrayList<>();
    for (FingerPosition finger : slap.fingers()) {
      box(image, slap, finger, Optional.ofNullable(ours.get(finger)), findings)
          .ifPresent(box -> sources.add(new FingerSource(finger, slap.image(), Optional.of(box))));
    }
    return new SlapCut(List.copyOf(sources), List.copyOf(findings));
  }

  /// A person has looked: nothing is set against their boxes.
  private static SlapCut drawn(SlapSource slap) {
    return new SlapCut(
        slap.drawn().stream()
            .map(b -> {
              var box = new FingerSource.Box(b.left(), b.right(), b.top(), b.bottom());
              return new FingerSource(b.finger(), slap.image(), Optional.of(box));
            })
            .toList(),
        List.of());
  }

  private static Optional<FingerSource.Box> box(
      GrayImage image,
      SlapSource slap,
      FingerPosition finger,
      Optional<FingerBox> ours,
      List<Finding> findings) {
    Optional<FingerSource.Box> own =
        ours.map(b -> new FingerSource.Box(b.left(), b.right(), b.top(), b.bottom()));
    if (!slap.given().containsKey(finger)) {
      return own;
    }
    FingerSource.Box given = slap.given().get(finger).ordered();
    boolean possible = given.isInside(image) && isFingerSized(given, image.resolutionPpi());
    if (ours.isEmpty()) {
      // An impossible box is refused with its own finding where it is cut.
      return Optional.of(given);
    }
    var stated = new FingerBox(finger, given.left(), given.right(), given.top(), given.bottom());
    double shared = stated.overlap(ours.get());
    if (possible && shared >= AGREE) {
      return Optional.of(given);
    }
    boolean off = !possible || shared < SAME_PLACE;
    String expected =
        finger.label()
            + ": a box that covers the finger, seen at "
            + words(own.get())
            + (off ? ", which is used" : "");
    FindingCode code = FindingCode.SLAP_BOX_DISAGREES;
    findings.add(PrintPixels.at(slap.image(), code, expected, words(given)));
    return off ? own : Optional.of(given);
  }

  static boolean isFingerSized(FingerSource.Box box, int ppi) {
    int width = box.right() - box.left() + 1;
    int height = box.bottom() - box.top() + 1;
    return Math.min(width, height) >= SIDE_INCHES_MIN * ppi
        && Math.max(width, height) <= SIDE_INCHES_MAX * ppi;
  }

  private static String words(FingerSource.Box box) {
    return box.left() + ".." + box.right() + " x " + box.top() + ".." + box.bottom();
  }

  private static Optional<Finding> hand(SlapSource slap, Segmented segmented) {
    if (segmented.hand() != Segmentation.Hand.OTHER) {
      return Optional.empty();
    }
    String expected = "fingers as those of FGP " + slap.kind().fgp() + " lie";
    String found = "tips that lie as the other hand's do";
    return Optional.of(
        PrintPixels.at(slap.image(), FindingCode.SLAP_HAND_DOUBTFUL, expected, found));
  }

  /// Said only where the sender's boxes do not take the place of ours.
  private static Optional<Finding> unsegmented(SlapSource slap, Unsegmented seen) {
    if (slap.given().keySet().containsAll(slap.kind().expected(slap.missing()))) {
      return Optional.empty();
    }
    String expected =
        seen.fingersExpected()
            + " fingers on FGP "
            + slap.kind().fgp()
            + ", or 14.021 SEG, and 14.018 AMP for those missing";
    String found =
        switch (seen.reason()) {
          case NOT_A_SLAP -> "an image that can be no slap";
          case NO_FINGERS -> "no finger";
          case FINGER_COUNT -> seen.fingersSeen() + " that look like fingers";
        };
    return Optional.of(PrintPixels.at(slap.image(), FindingCode.SLAP_UNSEGMENTED, expected, found));
  }
}
