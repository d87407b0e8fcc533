package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.extract.slap.SlapKind;
import org.ridgeline.vocabulary.FingerPosition;

/// Which images of a transaction show which finger, the best kind first: rolled, then plain, then
/// the finger's part of an image of several where the sender marked it (14.021 SEG). Slaps, which
/// we can segment ourselves, are listed apart.
public final class FingerSources {
  private static final Set<Integer> ROLLED = Set.of(1, 3, 21, 23, 25, 27);

  private FingerSources() {}

  /// The images of each finger in order of preference, slaps left out; fingers without any are
  /// absent.
  static Map<FingerPosition, List<FingerSource>> of(Card card) {
    List<FingerImage> images = card.images();
    Map<FingerPosition, List<FingerSource>> sources = new EnumMap<>(FingerPosition.class);
    images.stream().filter(i -> isRolled(i)).forEach(i -> addSingle(sources, i));
    images.stream().filter(i -> !isRolled(i)).forEach(i -> addSingle(sources, i));
    for (FingerImage image : images) {
      if (SlapKind.ofFgp(image.fgp()).isEmpty()) {
        for (FingerSource part : card.segments(image)) {
          sources.computeIfAbsent(part.finger(), _ -> new ArrayList<>()).add(part);
        }
      }
    }
    return sources;
  }

  /// The fingers a card has any image of; of slaps those that should be on them.
  public static Set<FingerPosition> present(Card card) {
    Set<FingerPosition> present = EnumSet.noneOf(FingerPosition.class);
    present.addAll(of(card).keySet());
    SlapSource.of(card).forEach(slap -> present.addAll(slap.fingers()));
    return present;
  }

  /// The fingers that an image should show: one, or those of a slap; none of an unknown position.
  public static Set<FingerPosition> shown(FingerImage image) {
    Set<FingerPosition> shown = EnumSet.noneOf(FingerPosition.class);
    SenderMarks.finger(image.fgp()).ifPresent(shown::add);
    SlapKind.ofFgp(image.fgp()).ifPresent(slap -> shown.addAll(slap.fingers()));
    return shown;
  }

  /// Whether an image is a rolled print of one finger.
  public static boolean isRolled(FingerImage image) {
    return ROLLED.contains(image.imp()) && FingerPosition.ofFgp(image.fgp()).isPresent();
  }

  private static void addSingle(
      Map<FingerPosition, List<FingerSource>> sources, FingerImage image) {
    SenderMarks.finger(image.fgp())
        .ifPresent(finger ->
            sources
                .computeIfAbsent(finger, _ -> new ArrayList<>())
                .add(new FingerSource(finger, image, Optional.empty())));
  }
}
