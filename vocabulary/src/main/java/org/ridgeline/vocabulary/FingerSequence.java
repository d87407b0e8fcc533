package org.ridgeline.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How the fingers of a probe were taken to be labelled when it was compared: as given, or with one
/// of the sequence errors that happen at a livescan.
/// - **Shape** `order`: for each label, finger position code less 1, the finger it is taken for,
///   also less 1
/// - **Error** not an order of ten fingers: IllegalArgumentException
public record FingerSequence(String name, List<Integer> order) {
  private static final int FINGERS = 10;
  private static final int HAND = 5;

  /// Every finger is what its label says.
  public static final FingerSequence AS_GIVEN = of("as given", false, false, false);

  /// Right hand taken for left.
  public static final FingerSequence HANDS_SWAPPED = of("hands swapped", true, false, false);

  /// Index to little of the right hand in reverse order.
  public static final FingerSequence RIGHT_REVERSED = of("right hand reversed", false, true, false);

  /// Index to little of the left hand in reverse order.
  public static final FingerSequence LEFT_REVERSED = of("left hand reversed", false, false, true);

  /// Both hands in reverse order.
  public static final FingerSequence BOTH_REVERSED = of("both hands reversed", false, true, true);

  /// Hands swapped and each in reverse order: what slaps held the wrong way round give.
  public static final FingerSequence SWAPPED_AND_REVERSED =
      of("hands swapped and reversed", true, true, true);

  public FingerSequence {
    order = List.copyOf(order);
    List<Integer> sorted = order.stream().sorted().toList();
    if (!sorted.equals(IntStream.range(0, FINGERS).boxed().toList())) {
      throw new IllegalArgumentException("order=" + order + " expected each of 0..9 once");
    }
  }

  private static FingerSequence of(String name, boolean swap, boolean right, boolean left) {
    return new FingerSequence(
        name,
        IntStream.range(0, FINGERS)
            .mapToObj(at -> {
              int hand = at / HAND;
              int digit = at % HAND;
              boolean reverse = digit > 0 && (hand == 0 ? right : left);
              return (swap ? 1 - hand : hand) * HAND + (reverse ? HAND - digit : digit);
            })
            .toList());
  }

  private static FingerSequence shifted(int by) {
    return new FingerSequence(
        "labels " + by + " further on",
        IntStream.range(0, FINGERS).mapToObj(at -> (at + by) % FINGERS).toList());
  }

  /// The one of a name; empty where this version knows none of it.
  public static Optional<FingerSequence> ofName(String name) {
    return Stream.of(List.of(AS_GIVEN), errors(FINGERS), errors(1))
        .flatMap(List::stream)
        .filter(sequence -> sequence.name.equals(name))
        .findFirst();
  }

  /// The finger that a label is taken for.
  public FingerPosition finger(FingerPosition label) {
    return FingerPosition.values()[order.get(label.fgp() - 1)];
  }

  /// The errors worth a second look for a probe of so many fingers: with three or more, whole
  /// hands; with one or two, every place they could be.
  public static List<FingerSequence> errors(int fingers) {
    return fingers > 2
        ? List.of(HANDS_SWAPPED, RIGHT_REVERSED, LEFT_REVERSED, BOTH_REVERSED, SWAPPED_AND_REVERSED)
        : IntStream.range(1, FINGERS).mapToObj(FingerSequence::shifted).toList();
  }
}
