package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;
import org.ridgeline.vocabulary.Severity;

/// Whether the rolled prints of a card are of the fingers they are labelled, by its plain prints.
///
/// A rolled print that clearly fits its own plain one is done after one comparison; only the others
/// are compared with the rest. A poor print fits nothing, and nothing is said of it. What is found
/// is said, and no print is left out for it.
final class SequenceCheck {
  /// A print that fits its own plain one so well needs no other look.
  static final int CLEAR_CENTIBITS = 500;

  /// A print fits another finger's where it is so likely the same.
  static final int OTHER_CENTIBITS = 950;

  /// And so much likelier than its own.
  static final int MARGIN_CENTIBITS = 500;

  /// So many prints out of place in one known order are one mistake.
  private static final int ORDER_MIN = 3;

  private static final int FINGERS = 10;

  private final Map<FingerPosition, ProbeFinger> rolled;
  private final Map<FingerPosition, ProbeFinger> plain;
  private final Map<FingerPosition, PrintComparison.Compared> ready =
      new EnumMap<>(FingerPosition.class);
  private final PrintComparison comparison;
  private final Set<FingerPosition> clear = EnumSet.noneOf(FingerPosition.class);
  private final Map<FingerPosition, Misfit> misfits = new EnumMap<>(FingerPosition.class);
  private final List<Finding> findings = new ArrayList<>();

  /// A rolled print that fits the plain print of another finger.
  private record Misfit(FingerPosition finger, int centibits, Optional<Integer> own) {}

  private SequenceCheck(
      Map<FingerPosition, ProbeFinger> rolled,
      Map<FingerPosition, ProbeFinger> plain,
      PrintComparison comparison) {
    this.rolled = rolled;
    this.plain = plain;
    this.comparison = comparison;
  }

  /// What is out of place among usable rolled and plain prints.
  static List<Finding> of(
      Map<FingerPosition, ProbeFinger> rolled,
      Map<FingerPosition, ProbeFinger> plain,
      PrintComparison comparison) {
    var check = new SequenceCheck(rolled, plain, comparison);
    rolled.keySet().forEach(check::fit);
    if (!check.inAKnownOrder()) {
      check.misplaced();
    }
    check.twice();
    return List.copyOf(check.findings);
  }

  private void fit(FingerPosition finger) {
    Optional<Integer> own =
        plain.containsKey(finger)
            ? Optional.of(score(finger, plain.get(finger)))
            : Optional.empty();
    if (own.isPresent() && own.get() >= CLEAR_CENTIBITS) {
      clear.add(finger);
      return;
    }
    int best = Math.max(OTHER_CENTIBITS, own.orElse(0) + MARGIN_CENTIBITS) - 1;
    for (FingerPosition other : plain.keySet()) {
      int score = other == finger ? 0 : score(finger, plain.get(other));
      if (score > best) {
        best = score;
        misfits.put(finger, new Misfit(other, score, own));
      }
    }
  }

  private int score(FingerPosition finger, ProbeFinger other) {
    return ready
        .computeIfAbsent(finger, f -> comparison.of(rolled.get(f).template()))
        .centibits(other.template());
  }

  /// Hands swapped, a hand reversed: one mistake that explains all misfits.
  private boolean inAKnownOrder() {
    for (FingerSequence order : FingerSequence.errors(FINGERS)) {
      boolean fits =
          misfits.size() >= ORDER_MIN
              && misfits.entrySet().stream()
                  .allMatch(e -> order.finger(e.getKey()) == e.getValue().finger())
              && clear.stream().allMatch(finger -> order.finger(finger) == finger);
      if (fits) {
        String names =
            String.join(", ", misfits.keySet().stream().map(FingerPosition::label).toList());
        add(
            misfits.keySet().iterator().next(),
            "rolled prints in the order of the plain ones",
            order.name() + ", by the rolled " + names);
        return true;
      }
    }
    return false;
  }

  private void misplaced() {
    misfits.forEach((finger, misfit) -> {
      FingerPosition other = misfit.finger();
      boolean swapped = misfits.containsKey(other) && misfits.get(other).finger() == finger;
      if (swapped && finger.compareTo(other) > 0) {
        return;
      }
      String fits = "rolled " + finger.label() + " fits plain " + other.label() + words(misfit);
      String found =
          swapped
              ? finger.label() + " and " + other.label() + " swapped: " + fits + ", and vice versa"
              : clear.contains(other)
                  ? finger.label() + " is " + other.label() + " once more: " + fits
                  : fits;
      add(finger, "the rolled and the plain " + finger.label() + " of one finger", found);
    });
  }

  private static String words(Misfit misfit) {
    return " ("
        + misfit.centibits()
        + " centibits, its own "
        + misfit.own().map(String::valueOf).orElse("missing")
        + ")";
  }

  /// One finger rolled under two labels. What the plain prints told is not asked again.
  private void twice() {
    List<FingerPosition> fingers = List.copyOf(rolled.keySet());
    for (int i = 0; i < fingers.size(); i++) {
      for (int j = i + 1; j < fingers.size(); j++) {
        FingerPosition one = fingers.get(i);
        FingerPosition other = fingers.get(j);
        boolean told =
            clear.contains(one) && clear.contains(other)
                || misfits.containsKey(one)
                || misfits.containsKey(other);
        if (!told) {
          int score = score(one, rolled.get(other));
          if (score >= OTHER_CENTIBITS) {
            String found =
                one.label() + " and " + other.label() + " are one (" + score + " centibits)";
            add(other, "two fingers rolled as " + one.label() + " and " + other.label(), found);
          }
        }
      }
    }
  }

  private void add(FingerPosition finger, String expected, String found) {
    String record = rolled.get(finger).record();
    findings.add(
        new Finding(
            Severity.WARNING, FindingCode.FINGER_SEQUENCE, record, "", -1, expected, found, ""));
  }
}
