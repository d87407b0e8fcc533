package org.ridgeline.console.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.console.booking.FindingLine;
import org.ridgeline.console.booking.SubmissionNotes;
import org.ridgeline.console.page.Moment;
import org.ridgeline.exchange.identify.CorrectionRules;
import org.ridgeline.exchange.identify.CorrectionRules.Faulty;
import org.ridgeline.exchange.quality.HeldCard;
import org.ridgeline.exchange.quality.Preview;
import org.ridgeline.exchange.submission.FingerMark;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.QualityHold;
import org.ridgeline.vocabulary.FingerPosition;

/// What a held card's page shows.
/// - **Shape** `places` as on a ten-print card; `outcome` of a preview, empty before one
record QualityView(
    Head head,
    List<FindingLine> findings,
    List<Place> places,
    List<MarkLine> marks,
    String reason,
    Optional<Outcome> outcome) {
  private static final List<Integer> PLAIN = List.of(14, 12, 15, 11, 13);

  /// Which card it is; neither whose nor from where.
  record Head(String control, int priority, Moment held, Moment until, List<String> reasons) {
    static Head of(QualityHold hold) {
      return new Head(
          hold.control(),
          hold.priority(),
          Moment.of(hold.heldAt()),
          Moment.of(hold.dueAt()),
          SubmissionNotes.words(hold.reasons()));
    }
  }

  /// One place of a ten-print card.
  /// - **Shape** `row` rolled-right, rolled-left, plain or other; `label` of the position; `images`
  ///   that are taken for it, none or several
  record Place(String row, String label, List<ImageLine> images) {}

  /// One image.
  /// - **Shape** `index` in the card's order; `ours`: the boxes at which it is cut now, none for an
  ///   image of one finger; `notes`: how it is as it was sent, in words
  record ImageLine(
      int index,
      String record,
      String sent,
      QualityForm.ImageChoice choice,
      String ours,
      List<Option> positions,
      List<String> notes,
      Size size) {
    public boolean isMoved() {
      return choice.fgp() != choice.sent();
    }

    public boolean isSlap() {
      return choice.isSlap();
    }
  }

  /// An image's size.
  record Size(int widthPx, int heightPx) {}

  /// A position that an image can be given.
  record Option(int fgp, String label, boolean isChosen) {}

  /// Whether a finger can be on the card: as sent, and as chosen.
  record MarkLine(int fgp, String label, String sent, String chosen) {}

  /// What a preview says.
  /// - **Shape** `faults` in words; `fingers` none where there are faults
  record Outcome(
      List<String> faults,
      List<FingerLine> fingers,
      int usable,
      boolean isEnough,
      boolean isOutOfOrder,
      List<FindingLine> findings) {
    static Outcome faulty(List<String> faults) {
      return new Outcome(faults, List.of(), 0, false, false, List.of());
    }

    static Outcome of(Preview preview) {
      return new Outcome(
          List.of(),
          Stream.of(FingerPosition.values())
              .map(f -> FingerLine.of(f, Optional.ofNullable(preview.fingers().get(f))))
              .toList(),
          preview.usable(),
          preview.isEnough(),
          preview.isOutOfOrder(),
          FindingLine.of(preview.findings()));
    }
  }

  /// One finger of a preview.
  record FingerLine(int fgp, String label, String quality, String from, boolean isUsable) {
    private static FingerLine of(FingerPosition finger, Optional<ProbeFinger> found) {
      return new FingerLine(
          finger.fgp(),
          finger.label(),
          found.map(f -> String.valueOf(f.template().quality())).orElse("–"),
          found.map(ProbeFinger::record).orElse("no image"),
          found.filter(ProbeFinger::usable).isPresent());
    }
  }

  /// The page of a card as it is chosen now.
  /// - **Shape** `ours` boxes by record
  static QualityView of(
      HeldCard card, QualityForm form, Map<String, String> ours, Optional<Outcome> outcome) {
    return new QualityView(
        Head.of(card.hold()),
        FindingLine.of(card.findings()),
        places(images(card, form, ours)),
        marks(card, form),
        form.reason(),
        outcome);
  }

  private static List<ImageLine> images(HeldCard card, QualityForm form, Map<String, String> ours) {
    List<FingerImage> sent = card.sent().images();
    return Stream.iterate(0, i -> i < sent.size(), i -> i + 1)
        .map(i -> line(card, i, form.images().get(i), ours))
        .toList();
  }

  private static ImageLine line(
      HeldCard card, int index, QualityForm.ImageChoice choice, Map<String, String> ours) {
    FingerImage image = card.sent().images().get(index);
    return new ImageLine(
        index,
        image.record(),
        SubmissionNotes.position(String.valueOf(image.fgp())),
        choice,
        ours.getOrDefault(image.record(), ""),
        CorrectionRules.positions(image.fgp()).stream()
            .map(fgp ->
                new Option(fgp, SubmissionNotes.position(String.valueOf(fgp)), fgp == choice.fgp()))
            .toList(),
        notes(card, image.record()),
        new Size(image.hll(), image.vll()));
  }

  /// Quality of the fingers that were taken from an image, and what was found of it.
  private static List<String> notes(HeldCard card, String record) {
    Stream<String> quality =
        card.fingers().stream()
            .filter(f -> f.record().equals(record))
            .map(f ->
                f.finger().label()
                    + ": quality "
                    + f.template().quality()
                    + (f.usable() ? "" : ", not usable"));
    Stream<String> found =
        card.findings().stream()
            .filter(f -> f.record().equals(record))
            .map(f -> "! " + f.code().name());
    return Stream.concat(quality, found).distinct().toList();
  }

  private static List<Place> places(List<ImageLine> images) {
    Map<Integer, List<ImageLine>> rolled = new TreeMap<>();
    Map<Integer, List<ImageLine>> plain = new TreeMap<>();
    List<ImageLine> other = new ArrayList<>();
    for (ImageLine image : images) {
      int fgp = image.choice().fgp();
      boolean isRolled = fgp >= 1 && fgp <= 10 && isPlacedAsRolled(image);
      if (isRolled) {
        rolled.computeIfAbsent(fgp, _ -> new ArrayList<>()).add(image);
      } else if (PLAIN.contains(fgp)) {
        plain.computeIfAbsent(fgp, _ -> new ArrayList<>()).add(image);
      } else {
        other.add(image);
      }
    }
    Stream<Place> fingers =
        Stream.of(FingerPosition.values())
            .map(f ->
                new Place(
                    f.fgp() <= 5 ? "rolled-right" : "rolled-left",
                    f.label(),
                    rolled.getOrDefault(f.fgp(), List.of())));
    Stream<Place> slaps =
        PLAIN.stream()
            .filter(fgp -> fgp != 15 || plain.containsKey(fgp))
            .map(fgp ->
                new Place(
                    "plain",
                    SubmissionNotes.position(String.valueOf(fgp)),
                    plain.getOrDefault(fgp, List.of())));
    Stream<Place> rest =
        other.stream()
            .map(i ->
                new Place(
                    "other",
                    SubmissionNotes.position(String.valueOf(i.choice().fgp())) + ", plain",
                    List.of(i)));
    return Stream.of(fingers, slaps, rest).flatMap(places -> places).toList();
  }

  /// One of unknown position has its impression alone to tell by.
  private static boolean isPlacedAsRolled(ImageLine image) {
    return image.choice().isRolled() || image.choice().sent() == 0;
  }

  private static List<MarkLine> marks(HeldCard card, QualityForm form) {
    Map<FingerPosition, FingerMark> sent = card.sent().marksAsSent();
    return Stream.of(FingerPosition.values())
        .map(f -> {
          String before = sent.getOrDefault(f, FingerMark.PRINTED).code();
          String now =
              Optional.ofNullable(form.marks().get(f)).map(FingerMark::code).orElse(before);
          return new MarkLine(f.fgp(), f.label(), before, now);
        })
        .toList();
  }

  /// A fault in words, with what to do.
  static String words(Faulty faulty) {
    String image = "Image " + faulty.record();
    String about = faulty.about().isEmpty() ? "" : SubmissionNotes.position(faulty.about());
    return switch (faulty.fault()) {
      case NO_SUCH_IMAGE -> image + " is not on this card.";
      case POSITION -> image + " cannot be " + about + ": choose a position from its list.";
      case POSITION_TAKEN ->
          "Another image is " + about + " already: move it or leave one of the two out.";
      case OTHER_HAND -> image + " cannot show the " + about + ": no such finger is on this slap.";
      case NO_SLAP -> image + " is of one finger: it takes no boxes.";
      case BOX_OUTSIDE ->
          "The box of the " + about + " is not inside of image " + faulty.record() + ".";
      case BOX_SIZE -> "The box of the " + about + " is too small or too large for a finger.";
      case BOXES_OVERLAP ->
          "The box of the " + about + " is where another finger's is: one place is one finger.";
      case FINGER_TWICE -> "The " + about + " is in two boxes of image " + faulty.record() + ".";
      case SAME_IMAGE ->
          image + " is the same image as another: it is one finger. Leave one of the two out.";
      case MISSING_AND_PRINTED ->
          "The " + about + " is marked as missing and is printed: change the one or the other.";
    };
  }
}
