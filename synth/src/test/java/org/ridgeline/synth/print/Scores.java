package org.ridgeline.synth.print;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Genuine and impostor scores of a set. Genuine: all pairs of a finger's impressions; impostors:
/// the first impression of each finger against the second of each other.
final class Scores {
  private static final double THRESHOLD = 40;

  private final PrintSet set;
  private final List<Double> minutiae = new ArrayList<>();
  private final List<Double> genuine = new ArrayList<>();
  private final List<Double> impostor = new ArrayList<>();

  private Scores(PrintSet set) {
    this.set = set;
  }

  static Scores of(PrintSet set) throws IOException {
    Scores scores = new Scores(set);
    List<List<FingerprintTemplate>> fingers = set.fingers();
    for (int finger = 0; finger < fingers.size(); finger++) {
      List<FingerprintTemplate> own = fingers.get(finger);
      for (int first = 0; first < own.size(); first++) {
        scores.minutiae.add((double) Judge.minutiae(own.get(first)));
        FingerprintMatcher matcher = new FingerprintMatcher(own.get(first));
        for (int second = first + 1; second < own.size(); second++) {
          scores.genuine.add(matcher.match(own.get(second)));
        }
        for (int other = 0; first == 0 && other < fingers.size(); other++) {
          if (other != finger) {
            scores.impostor.add(matcher.match(fingers.get(other).get(1)));
          }
        }
      }
    }
    return scores;
  }

  /// The genuine score that a part of all is below.
  double genuine(double part) {
    return at(genuine, part);
  }

  /// The impostor score that a part of all is below.
  double impostor(double part) {
    return at(impostor, part);
  }

  /// A row of the first table of docs/synth.md.
  String row() {
    double below = genuine.stream().filter(score -> score < THRESHOLD).count();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f / %.0f / %.0f | %.0f / %.0f / %.0f | %.1f %% "
            + "| %d | %.0f / %.0f / %.0f |",
        set.name(),
        set.fingers().size(),
        at(minutiae, 0.05),
        at(minutiae, 0.5),
        at(minutiae, 0.95),
        genuine(0.05),
        genuine(0.5),
        genuine(0.95),
        100 * below / genuine.size(),
        impostor.size(),
        impostor(0.99),
        impostor(0.999),
        impostor(1));
  }

  /// The value that a part of all is below.
  static double at(List<Double> values, double part) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) (part * (sorted.length - 1))];
  }
}
