package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.submission.FingerMark;
import org.ridgeline.vocabulary.FingerPosition;

/// What a sender's own fields say of fingers: which cannot be on the card, where they are on an
/// image of several, which finger a position code is.
final class SenderMarks {
  private static final int PLAIN_RIGHT_THUMB = 11;
  private static final int PLAIN_LEFT_THUMB = 12;
  private static final int SEG = 21;
  private static final int AMP = 84;

  private SenderMarks() {}

  /// The fingers a transaction reports as amputated or unable to print (2.084 AMP, 14.018 AMP), and
  /// which of the two; of another word the second.
  static Map<FingerPosition, FingerMark> marked(Transaction transaction) {
    Map<FingerPosition, FingerMark> marked = new EnumMap<>(FingerPosition.class);
    transaction.typeTwo().ifPresent(two -> addMarked(marked, two.subfields(AMP)));
    for (ItlRecord record : transaction.ofType(14)) {
      if (record instanceof TaggedRecord tagged) {
        addMarked(marked, tagged.subfields(18));
      }
    }
    return marked;
  }

  private static void addMarked(
      Map<FingerPosition, FingerMark> marked, List<List<String>> subfields) {
    for (List<String> items : subfields) {
      if (!items.isEmpty()) {
        boolean isAmputated = items.size() > 1 && items.get(1).equals("XX");
        number(items.getFirst())
            .flatMap(SenderMarks::finger)
            .ifPresent(finger ->
                marked.putIfAbsent(finger, isAmputated ? FingerMark.AMPUTATED : FingerMark.UNABLE));
      }
    }
  }

  static Optional<FingerPosition> finger(int fgp) {
    return switch (fgp) {
      case PLAIN_RIGHT_THUMB -> Optional.of(FingerPosition.RIGHT_THUMB);
      case PLAIN_LEFT_THUMB -> Optional.of(FingerPosition.LEFT_THUMB);
      default -> FingerPosition.ofFgp(fgp);
    };
  }

  /// The parts of an image that its sender marked (14.021 SEG); none for an image of one finger.
  static List<FingerSource> segments(FingerImage image, Transaction transaction) {
    List<FingerSource> parts = new ArrayList<>();
    if (finger(image.fgp()).isPresent()) {
      return parts;
    }
    for (ItlRecord record : transaction.ofType(14)) {
      if (record instanceof TaggedRecord tagged && tagged.name().equals(image.record())) {
        tagged.subfields(SEG).forEach(items -> segment(items, image).ifPresent(parts::add));
      }
    }
    return parts;
  }

  private static Optional<FingerSource> segment(List<String> items, FingerImage image) {
    if (items.size() < 5) {
      return Optional.empty();
    }
    List<Optional<Integer>> n = items.stream().map(SenderMarks::number).toList();
    Optional<FingerPosition> finger = n.getFirst().flatMap(FingerPosition::ofFgp);
    if (finger.isEmpty() || n.stream().limit(5).anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    var box = new FingerSource.Box(n.get(1).get(), n.get(2).get(), n.get(3).get(), n.get(4).get());
    return Optional.of(new FingerSource(finger.get(), image, Optional.of(box)));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,5}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
