package org.ridgeline.console.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.console.page.Typed;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.FingerSources;
import org.ridgeline.exchange.submission.CorrectionLine;
import org.ridgeline.exchange.submission.Corrections;
import org.ridgeline.exchange.submission.FingerMark;
import org.ridgeline.exchange.submission.ImageCorrection;
import org.ridgeline.vocabulary.FingerPosition;

/// What somebody has chosen and typed on a held card's page: all of it travels with every step, so
/// that nothing is kept before the decision and a page that has grown stale loses nothing.
/// - **Shape** `images` in the card's order; `marks` of the fingers that are not left as sent
record QualityForm(List<ImageChoice> images, Map<FingerPosition, FingerMark> marks, String reason) {
  private static final int HAND = 5;
  private static final int FINGERS = 10;
  private static final int THUMBS = 23;
  private static final int FOURS = 27;

  QualityForm {
    images = List.copyOf(images);
    marks = Map.copyOf(marks);
  }

  /// One image as it is chosen to be taken.
  /// - **Shape** `sent` position; `isRolled` as sent; `boxes` as typed
  record ImageChoice(
      String record, int sent, boolean isRolled, int fgp, boolean isDropped, String boxes) {
    private ImageChoice at(int other) {
      return other == fgp ? this : new ImageChoice(record, sent, isRolled, other, isDropped, "");
    }

    boolean isSlap() {
      return fgp >= 13 && fgp <= 15;
    }

    private Optional<Integer> corrected() {
      return Optional.of(fgp).filter(n -> n != sent);
    }

    private ImageCorrection correction() {
      return new ImageCorrection(
          record, corrected(), isDropped, isDropped ? List.of() : CorrectionLine.boxes(boxes));
    }
  }

  /// A card's page when it is opened: nothing is chosen.
  static QualityForm asSent(Card card) {
    return of(card, Map.of());
  }

  /// What was sent by the page's form.
  static QualityForm of(Card card, Map<String, String> typed) {
    List<ImageChoice> images = new ArrayList<>();
    for (FingerImage image : card.images()) {
      int index = images.size();
      String fgp = Typed.text(typed.get("fgp." + index));
      images.add(
          new ImageChoice(
              image.record(),
              image.fgp(),
              FingerSources.isRolled(image),
              fgp.matches("[0-9]{1,2}") ? Integer.parseInt(fgp) : image.fgp(),
              typed.containsKey("drop." + index),
              Typed.text(typed.get("boxes." + index)).replace(" ", "")));
    }
    return new QualityForm(images, marks(card, typed), Typed.text(typed.get("reason")));
  }

  private static Map<FingerPosition, FingerMark> marks(Card card, Map<String, String> typed) {
    Map<FingerPosition, FingerMark> sent = card.marksAsSent();
    Map<FingerPosition, FingerMark> marks = new EnumMap<>(FingerPosition.class);
    for (FingerPosition finger : FingerPosition.values()) {
      String code = Typed.text(typed.get("mark." + finger.fgp()));
      for (FingerMark mark : FingerMark.values()) {
        if (mark.code().equals(code) && sent.getOrDefault(finger, FingerMark.PRINTED) != mark) {
          marks.put(finger, mark);
        }
      }
    }
    return marks;
  }

  /// What is corrected.
  /// - **Error** boxes that are none: IllegalArgumentException
  Corrections corrections() {
    return new Corrections(images.stream().map(ImageChoice::correction).toList(), marks);
  }

  /// The same without boxes, which may be mistyped.
  Corrections withoutBoxes() {
    return new Corrections(
        images.stream()
            .map(i -> new ImageCorrection(i.record(), i.corrected(), i.isDropped(), List.of()))
            .toList(),
        marks);
  }

  /// After a step that moves labels; one that there is none of changes nothing.
  /// - **Shape** `act` rolled-hands, plain-hands, reverse-right, reverse-left, or pair-N of a right
  ///   finger N
  QualityForm after(String act) {
    if (act.matches("pair-[1-5]")) {
      int right = act.charAt(act.length() - 1) - '0';
      return moved(
          _ -> true, fgp -> fgp == right ? right + HAND : fgp == right + HAND ? right : fgp);
    }
    return switch (act) {
      case "rolled-hands" -> moved(ImageChoice::isRolled, QualityForm::otherHand);
      case "plain-hands" -> moved(i -> !i.isRolled(), QualityForm::otherHand);
      case "reverse-right" ->
          moved(ImageChoice::isRolled, fgp -> fgp >= 1 && fgp <= HAND ? HAND + 1 - fgp : fgp);
      case "reverse-left" ->
          moved(
              ImageChoice::isRolled,
              fgp -> fgp > HAND && fgp <= FINGERS ? FINGERS + HAND + 1 - fgp : fgp);
      default -> this;
    };
  }

  private interface Which {
    boolean takes(ImageChoice image);
  }

  private QualityForm moved(Which which, IntUnaryOperator to) {
    return new QualityForm(
        images.stream().map(i -> which.takes(i) ? i.at(to.applyAsInt(i.fgp())) : i).toList(),
        marks,
        reason);
  }

  private static int otherHand(int fgp) {
    if (fgp >= 1 && fgp <= FINGERS) {
      return fgp <= HAND ? fgp + HAND : fgp - HAND;
    }
    return switch (fgp) {
      case 11, 12 -> THUMBS - fgp;
      case 13, 14 -> FOURS - fgp;
      default -> fgp;
    };
  }
}
