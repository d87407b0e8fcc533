package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.extract.slap.SlapKind;
import org.ridgeline.vocabulary.FingerPosition;

/// Which images of a transaction show which finger, the best kind first: rolled, then plain, then
/// the finger's part of an image of several where the sender marked it (14.021 SEG). Slaps, which
/// we can segment ourselves, are listed apart.
public final class FingerSources {
  private static final Set<Integer> ROLLED = Set.of(1, 3, 21, 23, 25, 27);
  private static final int PLAIN_RIGHT_THUMB = 11;
  private static final int PLAIN_LEFT_THUMB = 12;
  private static final int SEG = 21;
  private static final int AMP = 84;

  private FingerSources() {}

  /// The images of each finger in order of preference, slaps left out; fingers without any are
  /// absent.
  static Map<FingerPosition, List<FingerSource>> of(Transaction transaction) {
    List<FingerImage> images = transaction.fingerImages();
    Map<FingerPosition, List<FingerSource>> sources = new EnumMap<>(FingerPosition.class);
    images.stream().filter(i -> isRolled(i)).forEach(i -> addSingle(sources, i));
    images.stream().filter(i -> !isRolled(i)).forEach(i -> addSingle(sources, i));
    for (FingerImage image : images) {
      if (SlapKind.ofFgp(image.fgp()).isEmpty()) {
        for (FingerSource part : segments(image, transaction)) {
          sources.computeIfAbsent(part.finger(), _ -> new ArrayList<>()).add(part);
        }
      }
    }
    return sources;
  }

  /// The fingers a transaction has any image of; of slaps those that should be on them.
  public static Set<FingerPosition> present(Transaction transaction) {
    Set<FingerPosition> present = EnumSet.noneOf(FingerPosition.class);
    present.addAll(of(transaction).keySet());
    Set<FingerPosition> excused = excused(transaction);
    for (FingerImage image : transaction.fingerImages()) {
      SlapKind.ofFgp(image.fgp())
          .ifPresent(slap -> {
            present.addAll(slap.expected(excused));
            segments(image, transaction).forEach(part -> present.add(part.finger()));
          });
    }
    return present;
  }

  /// The fingers a transaction reports as amputated or unable to print (2.084 AMP, 14.018 AMP).
  public static Set<FingerPosition> excused(Transaction transaction) {
    Set<FingerPosition> excused = EnumSet.noneOf(FingerPosition.class);
    transaction.typeTwo().ifPresent(two -> addExcused(excused, two.subfields(AMP)));
    for (ItlRecord record : transaction.ofType(14)) {
      if (record instanceof TaggedRecord tagged) {
        addExcused(excused, tagged.subfields(18));
      }
    }
    return excused;
  }

  private static void addExcused(Set<FingerPosition> excused, List<List<String>> subfields) {
    for (List<String> items : subfields) {
      if (!items.isEmpty()) {
        number(items.getFirst()).flatMap(FingerSources::finger).ifPresent(excused::add);
      }
    }
  }

  static boolean isRolled(FingerImage image) {
    return ROLLED.contains(image.imp()) && FingerPosition.ofFgp(image.fgp()).isPresent();
  }

  private static void addSingle(
      Map<FingerPosition, List<FingerSource>> sources, FingerImage image) {
    finger(image.fgp())
        .ifPresent(finger ->
            sources
                .computeIfAbsent(finger, _ -> new ArrayList<>())
                .add(new FingerSource(finger, image, Optional.empty())));
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
    List<Optional<Integer>> n = items.stream().map(FingerSources::number).toList();
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
