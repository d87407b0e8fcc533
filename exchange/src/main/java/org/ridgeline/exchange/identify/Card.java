package org.ridgeline.exchange.identify;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.submission.Corrections;
import org.ridgeline.exchange.submission.DrawnBox;
import org.ridgeline.exchange.submission.FingerMark;
import org.ridgeline.exchange.submission.ImageCorrection;
import org.ridgeline.vocabulary.FingerPosition;

/// A transaction's prints as they are to be taken: what its bytes say, under what a person
/// corrected of it. The one place where corrections come in; whoever asks which image is which
/// finger asks a card, and a transaction itself is not asked.
public final class Card {
  private final Transaction transaction;
  private final Corrections corrections;
  private final List<FingerImage> images;

  private Card(Transaction transaction, Corrections corrections) {
    this.transaction = transaction;
    this.corrections = corrections;
    images =
        transaction.fingerImages().stream()
            .filter(image -> !isDropped(image))
            .map(this::corrected)
            .toList();
  }

  /// As its sender labelled it: files that are no submission, and submissions at the door.
  public static Card asSent(Transaction transaction) {
    return new Card(transaction, Corrections.NONE);
  }

  /// With what was corrected of it. A correction of an image that is not there changes nothing.
  public static Card of(Transaction transaction, Corrections corrections) {
    return new Card(transaction, corrections);
  }

  /// The card of a file as its sender labelled it; empty where its structure is broken.
  public static Optional<Card> asSent(byte[] bytes) {
    return ItlReader.read(bytes).ifAccepted().map(Card::asSent);
  }

  private boolean isDropped(FingerImage image) {
    return corrections.of(image.record()).filter(ImageCorrection::isDropped).isPresent();
  }

  private FingerImage corrected(FingerImage image) {
    return corrections
        .of(image.record())
        .flatMap(ImageCorrection::fgp)
        .map(image::at)
        .orElse(image);
  }

  /// The transaction, for all that is not a print's position.
  public Transaction transaction() {
    return transaction;
  }

  /// What was corrected.
  public Corrections corrections() {
    return corrections;
  }

  /// Its finger images under their corrected positions, in file order, dropped ones left out.
  public List<FingerImage> images() {
    return images;
  }

  /// The fingers that cannot be on it.
  public Set<FingerPosition> excused() {
    Set<FingerPosition> excused = EnumSet.noneOf(FingerPosition.class);
    excused.addAll(SenderMarks.marked(transaction).keySet());
    corrections
        .marks()
        .forEach((finger, mark) -> {
          if (mark == FingerMark.PRINTED) {
            excused.remove(finger);
          } else {
            excused.add(finger);
          }
        });
    return excused;
  }

  /// What the sender says of fingers that cannot be on it (2.084, 14.018), whatever was corrected.
  public Map<FingerPosition, FingerMark> marksAsSent() {
    return SenderMarks.marked(transaction);
  }

  /// Where a person says that the fingers of a slap are; none where that was left alone.
  List<DrawnBox> drawn(FingerImage image) {
    return corrections.of(image.record()).map(ImageCorrection::boxes).orElse(List.of());
  }

  /// The parts of an image that its sender marked (14.021 SEG); none for an image of one finger,
  /// and none for one whose position was corrected: the marks name fingers of the position that it
  /// is not.
  List<FingerSource> segments(FingerImage image) {
    boolean isMoved = corrections.of(image.record()).flatMap(ImageCorrection::fgp).isPresent();
    return isMoved ? List.of() : SenderMarks.segments(image, transaction);
  }
}
