package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.extract.slap.SlapKind;
import org.ridgeline.vocabulary.FingerPosition;

/// A slap of a transaction: which fingers must be on it, and where its sender says they are.
/// - **Shape** `given`: the boxes of 14.021 SEG, as they came; none on a Type-4
record SlapSource(
    FingerImage image,
    SlapKind kind,
    Set<FingerPosition> missing,
    Map<FingerPosition, FingerSource.Box> given) {
  SlapSource {
    missing = Set.copyOf(missing);
    given = Map.copyOf(given);
  }

  /// The slaps of a transaction in the order of its records.
  static List<SlapSource> of(Transaction transaction) {
    Set<FingerPosition> excused = FingerSources.excused(transaction);
    List<SlapSource> slaps = new ArrayList<>();
    for (FingerImage image : transaction.fingerImages()) {
      Optional<SlapKind> kind = SlapKind.ofFgp(image.fgp());
      if (kind.isPresent()) {
        Map<FingerPosition, FingerSource.Box> given = new EnumMap<>(FingerPosition.class);
        for (FingerSource source : FingerSources.segments(image, transaction)) {
          source.box().ifPresent(box -> given.putIfAbsent(source.finger(), box));
        }
        Set<FingerPosition> missing = EnumSet.noneOf(FingerPosition.class);
        kind.get().fingers().stream()
            .filter(finger -> excused.contains(finger) && !given.containsKey(finger))
            .forEach(missing::add);
        slaps.add(new SlapSource(image, kind.get(), missing, given));
      }
    }
    return slaps;
  }

  /// The fingers that may be found on it: those that must be there, and those the sender marked.
  Set<FingerPosition> fingers() {
    Set<FingerPosition> fingers = EnumSet.noneOf(FingerPosition.class);
    fingers.addAll(kind.expected(missing));
    fingers.addAll(given.keySet());
    return fingers;
  }
}
