package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.submission.Corrections;
import org.ridgeline.exchange.submission.DrawnBox;
import org.ridgeline.exchange.submission.FingerMark;
import org.ridgeline.exchange.submission.ImageCorrection;
import org.ridgeline.extract.slap.FingerBox;
import org.ridgeline.extract.slap.SlapKind;
import org.ridgeline.vocabulary.FingerPosition;

/// What a correction may be: it says of prints that are there whose they are, and makes up none.
public final class CorrectionRules {
  private static final int UNKNOWN = 0;
  private static final int SINGLE_MAX = 12;
  private static final int SLAP_MAX = 15;

  private final Card sent;
  private final Card corrected;
  private final List<Faulty> faults = new ArrayList<>();

  private CorrectionRules(Card sent, Corrections corrections) {
    this.sent = sent;
    corrected = Card.of(sent.transaction(), corrections);
  }

  /// What is wrong with a correction.
  public enum Fault {
    /// The card has no such image.
    NO_SUCH_IMAGE,
    /// An image of one finger as a slap, a slap as one finger, or no finger position at all.
    POSITION,
    /// Another image has that position already.
    POSITION_TAKEN,
    /// A box of a finger that cannot be on that slap.
    OTHER_HAND,
    /// A box of a finger on an image of one finger.
    NO_SLAP,
    /// A box that is not inside of its image.
    BOX_OUTSIDE,
    /// A box that is too small or too large for a finger.
    BOX_SIZE,
    /// Two boxes that are of one place.
    BOXES_OVERLAP,
    /// One finger in two boxes of a slap.
    FINGER_TWICE,
    /// The same image as two fingers.
    SAME_IMAGE,
    /// A finger that is marked as missing, and printed.
    MISSING_AND_PRINTED
  }

  /// - **Shape** `record` of an image, empty for a finger; `about` a finger position, or empty
  public record Faulty(Fault fault, String record, String about) {}

  /// All that is wrong with corrections of a card; none where they can be made.
  public static List<Faulty> faults(Card sent, Corrections corrections) {
    var rules = new CorrectionRules(sent, corrections);
    corrections.images().forEach(rules::image);
    rules.positions();
    rules.copies();
    corrections.marks().forEach(rules::mark);
    return List.copyOf(rules.faults);
  }

  /// The positions an image can be given.
  /// - **Shape** `fgp` its position as sent
  public static List<Integer> positions(int fgp) {
    if (fgp == UNKNOWN) {
      return IntStream.rangeClosed(1, SLAP_MAX).boxed().toList();
    }
    if (fgp >= 1 && fgp <= SINGLE_MAX) {
      return IntStream.rangeClosed(1, SINGLE_MAX).boxed().toList();
    }
    return SlapKind.ofFgp(fgp).isPresent()
        ? IntStream.rangeClosed(SINGLE_MAX + 1, SLAP_MAX).boxed().toList()
        : List.of();
  }

  private void add(Fault fault, String record, Object about) {
    faults.add(new Faulty(fault, record, String.valueOf(about)));
  }

  private void image(ImageCorrection correction) {
    String record = correction.record();
    Optional<FingerImage> image = find(sent, record);
    if (image.isEmpty()) {
      add(Fault.NO_SUCH_IMAGE, record, "");
      return;
    }
    correction
        .fgp()
        .filter(fgp -> !positions(image.get().fgp()).contains(fgp))
        .ifPresent(fgp -> add(Fault.POSITION, record, fgp));
    if (!correction.isDropped() && !correction.boxes().isEmpty()) {
      boxes(find(corrected, record).orElse(image.get()), correction.boxes());
    }
  }

  private static Optional<FingerImage> find(Card card, String record) {
    return card.images().stream().filter(image -> image.record().equals(record)).findFirst();
  }

  private void boxes(FingerImage image, List<DrawnBox> boxes) {
    Optional<SlapKind> kind = SlapKind.ofFgp(image.fgp());
    if (kind.isEmpty()) {
      add(Fault.NO_SLAP, image.record(), "");
      return;
    }
    Set<FingerPosition> seen = EnumSet.noneOf(FingerPosition.class);
    // Of so many at least one finger is there twice, and the first that is says so.
    for (DrawnBox box : boxes.stream().limit(FingerPosition.values().length + 1).toList()) {
      int fgp = box.finger().fgp();
      if (!kind.get().fingers().contains(box.finger())) {
        add(Fault.OTHER_HAND, image.record(), fgp);
      }
      if (!seen.add(box.finger())) {
        add(Fault.FINGER_TWICE, image.record(), fgp);
      }
      if (box.right() >= image.hll() || box.bottom() >= image.vll()) {
        add(Fault.BOX_OUTSIDE, image.record(), fgp);
      } else if (!SlapCut.isFingerSized(
          new FingerSource.Box(box.left(), box.right(), box.top(), box.bottom()),
          image.resolutionPpi())) {
        add(Fault.BOX_SIZE, image.record(), fgp);
      }
      if (corrected.excused().contains(box.finger())) {
        add(Fault.MISSING_AND_PRINTED, image.record(), fgp);
      }
    }
    if (seen.size() == boxes.size()) {
      overlaps(image, boxes);
    }
  }

  private void overlaps(FingerImage image, List<DrawnBox> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        double shared = ours(boxes.get(i)).overlap(ours(boxes.get(j)));
        if (shared > Limits.QUALITY_BOXES_SHARED_MAX) {
          add(Fault.BOXES_OVERLAP, image.record(), boxes.get(j).finger().fgp());
        }
      }
    }
  }

  private static FingerBox ours(DrawnBox box) {
    return new FingerBox(box.finger(), box.left(), box.right(), box.top(), box.bottom());
  }

  /// A card may come with two images of one position; a correction may not bring one to another.
  private void positions() {
    Map<String, FingerImage> taken = new TreeMap<>();
    for (FingerImage image : corrected.images()) {
      String place = image.fgp() + (FingerSources.isRolled(image) ? " rolled" : " plain");
      FingerImage before = taken.putIfAbsent(place, image);
      if (before != null && (isMoved(image) || isMoved(before))) {
        add(Fault.POSITION_TAKEN, (isMoved(image) ? image : before).record(), image.fgp());
      }
    }
  }

  private boolean isMoved(FingerImage image) {
    return corrected.corrections().of(image.record()).flatMap(ImageCorrection::fgp).isPresent();
  }

  /// The same bytes are the same print, and no other finger's.
  private void copies() {
    List<FingerImage> images = corrected.images();
    for (int i = 0; i < images.size(); i++) {
      for (int j = i + 1; j < images.size(); j++) {
        FingerImage one = images.get(i);
        FingerImage other = images.get(j);
        boolean isAsked = finger(one) != finger(other) && (isMoved(one) || isMoved(other));
        if (isAsked && Arrays.equals(one.data(), other.data())) {
          add(Fault.SAME_IMAGE, (isMoved(other) ? other : one).record(), other.fgp());
        }
      }
    }
  }

  /// A plain thumb (11, 12) is the finger a rolled one is.
  private static int finger(FingerImage image) {
    return SenderMarks.finger(image.fgp()).map(FingerPosition::fgp).orElse(image.fgp());
  }

  private void mark(FingerPosition finger, FingerMark mark) {
    boolean isPrinted =
        mark != FingerMark.PRINTED && FingerSources.of(corrected).containsKey(finger);
    if (isPrinted) {
      add(Fault.MISSING_AND_PRINTED, "", finger.fgp());
    }
  }
}
