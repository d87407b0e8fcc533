package org.ridgeline.exchange.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ridgeline.vocabulary.FingerPosition;

/// One correction as it is kept and shown: of what, from what, to what.
/// - **Shape** `subject`: the record of an image, or a finger position; `before`, `after`: a finger
///   position, `-` for a dropped image, a mark, or boxes as `FGP:LEFT,RIGHT,TOP,BOTTOM;...`
public record CorrectionLine(Kind kind, String subject, String before, String after) {
  private static final String DROPPED = "-";
  private static final String BETWEEN = ";";

  /// What is corrected.
  public enum Kind {
    /// The finger position of an image.
    POSITION,
    /// An image is not taken.
    DROP,
    /// Where the fingers of a slap are.
    BOXES,
    /// Whether a finger can be on the card.
    MARK
  }

  /// What a card said before.
  /// - **Shape** `fgps` by record, `boxes` likewise where there are any, `marks` by finger
  public record AsSent(
      Map<String, Integer> fgps,
      Map<String, List<DrawnBox>> boxes,
      Map<FingerPosition, FingerMark> marks) {}

  /// Corrections as lines, in the order of the card's images.
  public static List<CorrectionLine> of(Corrections corrections, AsSent sent) {
    List<CorrectionLine> lines = new ArrayList<>();
    for (ImageCorrection image : corrections.images()) {
      String record = image.record();
      String fgp = String.valueOf(sent.fgps().getOrDefault(record, 0));
      image
          .fgp()
          .ifPresent(
              to -> lines.add(new CorrectionLine(Kind.POSITION, record, fgp, String.valueOf(to))));
      if (image.isDropped()) {
        lines.add(new CorrectionLine(Kind.DROP, record, fgp, DROPPED));
      }
      if (!image.boxes().isEmpty()) {
        String before = text(sent.boxes().getOrDefault(record, List.of()));
        lines.add(new CorrectionLine(Kind.BOXES, record, before, text(image.boxes())));
      }
    }
    corrections.marks().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> {
          FingerMark before = sent.marks().getOrDefault(one.getKey(), FingerMark.PRINTED);
          lines.add(
              new CorrectionLine(
                  Kind.MARK,
                  String.valueOf(one.getKey().fgp()),
                  before.code(),
                  one.getValue().code()));
        });
    return List.copyOf(lines);
  }

  /// The corrections that lines were made of.
  public static Corrections corrections(List<CorrectionLine> lines) {
    Map<String, ImageCorrection> images = new LinkedHashMap<>();
    Map<FingerPosition, FingerMark> marks = new EnumMap<>(FingerPosition.class);
    for (CorrectionLine line : lines) {
      if (line.kind() == Kind.MARK) {
        int fgp = Integer.parseInt(line.subject());
        marks.put(FingerPosition.ofFgp(fgp).orElseThrow(), FingerMark.ofCode(line.after()));
      } else {
        var none = new ImageCorrection(line.subject(), Optional.empty(), false, List.of());
        images.put(line.subject(), line.on(images.getOrDefault(line.subject(), none)));
      }
    }
    return new Corrections(List.copyOf(images.values()), marks);
  }

  private ImageCorrection on(ImageCorrection image) {
    return switch (kind) {
      case POSITION ->
          new ImageCorrection(
              subject, Optional.of(Integer.parseInt(after)), image.isDropped(), image.boxes());
      case DROP -> new ImageCorrection(subject, image.fgp(), true, image.boxes());
      case BOXES -> new ImageCorrection(subject, image.fgp(), image.isDropped(), boxes(after));
      case MARK -> image;
    };
  }

  /// Boxes as text.
  public static String text(List<DrawnBox> boxes) {
    return boxes.stream()
        .map(b ->
            b.finger().fgp() + ":" + b.left() + "," + b.right() + "," + b.top() + "," + b.bottom())
        .collect(Collectors.joining(BETWEEN));
  }

  /// Boxes of a text.
  /// - **Error** a text that is none of ours: IllegalArgumentException
  public static List<DrawnBox> boxes(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(BETWEEN)).map(CorrectionLine::box).toList();
  }

  private static DrawnBox box(String text) {
    if (!text.matches("[0-9]{1,2}:[0-9]{1,5}(,[0-9]{1,5}){3}")) {
      throw new IllegalArgumentException("box=" + text + " expected=FGP:LEFT,RIGHT,TOP,BOTTOM");
    }
    int[] n = Arrays.stream(text.split("[:,]")).mapToInt(Integer::parseInt).toArray();
    FingerPosition finger =
        FingerPosition.ofFgp(n[0])
            .orElseThrow(() -> new IllegalArgumentException("fgp=" + n[0] + " limit=1..10"));
    return new DrawnBox(finger, n[1], n[2], n[3], n[4]);
  }
}
