package org.ridgeline.synth.print;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.ridgeline.synth.Dice;

/// The highest scores of prints that are not of one finger, with exact bounds.
final class ImpostorTail {
  private static final int OFFSETS = 31;

  private final double[] sorted;

  private ImpostorTail(double[] scores) {
    sorted = scores.clone();
    Arrays.sort(sorted);
  }

  static ImpostorTail of(double... scores) {
    return new ImpostorTail(scores);
  }

  /// Every impression against every later finger's every impression.
  static ImpostorTail ofAllPairs(PrintSet set) {
    DoubleStream.Builder scores = DoubleStream.builder();
    List<List<FingerprintTemplate>> fingers = set.fingers();
    for (int finger = 0; finger < fingers.size(); finger++) {
      for (FingerprintTemplate probe : fingers.get(finger)) {
        FingerprintMatcher matcher = new FingerprintMatcher(probe);
        for (List<FingerprintTemplate> others : fingers.subList(finger + 1, fingers.size())) {
          others.forEach(other -> scores.add(matcher.match(other)));
        }
      }
    }
    return new ImpostorTail(scores.build().toArray());
  }

  /// About so many pairs of first impressions, no pair twice, every finger as often as each other.
  static ImpostorTail ofSample(PrintSet set, int pairs, long seed) {
    List<FingerprintTemplate> prints = set.fingers().stream().map(List::getFirst).toList();
    int count = prints.size();
    Dice dice = Dice.of(seed, OFFSETS);
    Set<Integer> offsets = new TreeSet<>();
    int wanted = Math.clamp(Math.ceilDiv(pairs, count), 1, (count - 1) / 2);
    while (offsets.size() < wanted) {
      offsets.add(1 + dice.below((count - 1) / 2));
    }
    DoubleStream.Builder scores = DoubleStream.builder();
    for (int finger = 0; finger < count; finger++) {
      FingerprintMatcher matcher = new FingerprintMatcher(prints.get(finger));
      for (int offset : offsets) {
        scores.add(matcher.match(prints.get((finger + offset) % count)));
      }
    }
    return new ImpostorTail(scores.build().toArray());
  }

  static ImpostorTail pooled(List<ImpostorTail> tails) {
    return new ImpostorTail(
        tails.stream().flatMapToDouble(tail -> Arrays.stream(tail.sorted)).toArray());
  }

  /// The score that a part of all is below, the highest where there are too few to say.
  double at(double part) {
    return sorted[(int) (part * (sorted.length - 1))];
  }

  long pairs() {
    return sorted.length;
  }

  long reaching(double score) {
    return Arrays.stream(sorted).filter(value -> value >= score).count();
  }

  /// Share of pairs that reach a score: the lower or the upper end of what 95 of 100 samples hold
  /// (Clopper and Pearson); nothing seen of `n` is bounded by 3 / n.
  double bound(double score, boolean upper) {
    long seen = reaching(score);
    if (seen == 0) {
      return upper ? Math.min(1, 3.0 / pairs()) : 0;
    }
    if (upper && seen == pairs()) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int round = 0; round < 60; round++) {
      double share = (low + high) / 2;
      double below = atMost(upper ? seen : seen - 1, pairs(), share);
      boolean larger = upper ? below > 0.025 : 1 - below < 0.025;
      low = larger ? share : low;
      high = larger ? high : share;
    }
    return (low + high) / 2;
  }

  /// Chance of at most `most` in `of` tries of a share.
  private static double atMost(long most, long of, double share) {
    double odds = Math.log(share) - Math.log1p(-share);
    double term = of * Math.log1p(-share);
    double sum = Math.exp(term);
    for (long i = 1; i <= most; i++) {
      term += Math.log((double) (of - i + 1) / i) + odds;
      sum += Math.exp(term);
    }
    return Math.min(1, sum);
  }

  static List<String> head() {
    return List.of(
        "| set | pairs | p99 / p99.9 / p99.99 / p99.999 / max "
            + "| of a million reach 20 (95 %) | 30 | 40 |",
        "|---|---|---|---|---|---|");
  }

  /// A row of the third table of docs/synth.md.
  String row(String name) {
    List<String> parts = new ArrayList<>();
    for (double part : new double[] {0.99, 0.999, 0.9999, 0.99999, 1}) {
      boolean known = part == 1 || pairs() * (1 - part) > 0.9;
      parts.add(known ? String.format(Locale.ROOT, "%.1f", at(part)) : "-");
    }
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s | %s |",
        name,
        pairs(),
        String.join(" / ", parts),
        share(20),
        share(30),
        share(40));
  }

  private String share(double score) {
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f-%.1f)",
        1e6 * reaching(score) / pairs(),
        1e6 * bound(score, false),
        1e6 * bound(score, true));
  }
}
