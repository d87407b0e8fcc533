package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.exchange.submission.DrawnBox;
import org.ridgeline.extract.slap.SlapKind;
import org.ridgeline.vocabulary.FingerPosition;

/// A slap of a transaction: which fingers must be on it, and where its sender says they are.
/// - **Shape** `given`: the boxes of 14.021 SEG, as they came; none on a Type-4; `drawn`: those of
///   a person who corrected the card, all there are on the slap, or none where that was left alone
record SlapSource(
    FingerImage image,
    SlapKind kind,
    Set<FingerPosition> missing,
    Map<FingerPosition, FingerSource.Box> given,
    List<DrawnBox> drawn) {
  SlapSource {
    missing = Set.copyOf(missing);
    given = Map.copyOf(given);
    drawn = List.copyOf(drawn);
  }

  /// The slaps of a card in the order of its records.
  static List<SlapSource> of(Card card) {
    Set<FingerPosition> excused = card.excused();
    List<SlapSource> slaps = new ArrayList<>();
    for (FingerImage image : card.images()) {
      Optional<SlapKind> kind = SlapKind.ofFgp(image.fgp());
      if (kind.isPresent()) {
        Map<FingerPosition, FingerSource.Box> given = new EnumMap<>(FingerPosition.class);
        for (FingerSource source : card.segments(image)) {
          source.box().ifPresent(box -> given.putIfAbsent(source.finger(), box));
        }
        Set<FingerPosition> missing = EnumSet.noneOf(FingerPosition.class);
        kind.get().fingers().stream()
            .filter(finger -> excused.contains(finger) && !given.containsKey(finger))
            .forEach(missing::add);
        slaps.add(new SlapSource(image, kind.get(), missing, given, card.drawn(image)));
      }
    }
    return slaps;
  }

  /// The fingers that may be found on it: those that must be there, and those the sender marked; or
  /// those alone that a person marked.
  Set<FingerPosition> fingers() {
    Set<FingerPosition> fingers = EnumSet.noneOf(FingerPosition.class);
    if (!drawn.isEmpty()) {
      drawn.forEach(box -> fingers.add(box.finger()));
      return fingers;
    }
    fingers.addAll(kind.expected(missing));
    fingers.addAll(given.keySet());
    return fingers;
  }
}
