package org.ridgeline.bench.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ridgeline.bench.statistics.Scores;

/// Which print is compared with which. A pair is compared once, the earlier print as the probe.
/// - **Shape** prints of all sets in one list, set after set; fingers numbered in that order
/// - **Source** FVC2000 protocol: each impression with the later ones of its finger; the first
///   impression of each finger with the first ones of the later fingers
final class Pairs {
  private final List<Print> prints = new ArrayList<>();
  private final int[] set;
  private final int[] finger;
  private final int[] firstOfFinger;
  private final boolean allImpostors;

  Pairs(List<List<Print>> sets, boolean allImpostors) {
    this.allImpostors = allImpostors;
    sets.forEach(prints::addAll);
    set = new int[prints.size()];
    finger = new int[prints.size()];
    List<Integer> firsts = new ArrayList<>();
    int print = 0;
    for (int s = 0; s < sets.size(); s++) {
      Map<String, Integer> fingers = new HashMap<>();
      for (Print one : sets.get(s)) {
        String key = one.file().fingerKey();
        if (!fingers.containsKey(key)) {
          fingers.put(key, firsts.size());
          firsts.add(print);
        }
        set[print] = s;
        finger[print] = fingers.get(key);
        print++;
      }
    }
    firstOfFinger = firsts.stream().mapToInt(Integer::intValue).toArray();
    checkCount(sets.size());
  }

  private void checkCount(int sets) {
    long impostors = 0;
    if (allImpostors) {
      impostors = pairs(prints.size());
      for (int f = 0; f < firstOfFinger.length; f++) {
        impostors -= pairs(genuine(firstOfFinger[f]).length + 1L);
      }
    } else {
      for (int s = 0; s < sets; s++) {
        impostors += pairs(fingers(s).length);
      }
    }
    if (impostors > Scores.TRIALS_MAX) {
      String advice = allImpostors ? ", or leave out --all-impostors" : "";
      throw new IllegalArgumentException(
          "impostor pairs=%d limit=0..%d: take fewer prints%s"
              .formatted(impostors, Scores.TRIALS_MAX, advice));
    }
  }

  private static long pairs(long of) {
    return of * (of - 1) / 2;
  }

  List<Print> prints() {
    return prints;
  }

  boolean allImpostors() {
    return allImpostors;
  }

  int setOf(int print) {
    return set[print];
  }

  int fingerOf(int print) {
    return finger[print];
  }

  /// Fingers of a set, as numbers.
  int[] fingers(int ofSet) {
    return IntStream.range(0, firstOfFinger.length)
        .filter(f -> set[firstOfFinger[f]] == ofSet)
        .toArray();
  }

  int fingerCount() {
    return firstOfFinger.length;
  }

  /// The set of each finger.
  int[] setsOfFingers() {
    return Arrays.stream(firstOfFinger).map(print -> set[print]).toArray();
  }

  /// The prints to compare with a print as others of its finger.
  int[] genuine(int print) {
    return IntStream.range(print + 1, prints.size())
        .takeWhile(other -> finger[other] == finger[print])
        .toArray();
  }

  /// The prints to compare with a print as other fingers.
  int[] impostors(int print) {
    if (allImpostors) {
      return IntStream.range(print + 1, prints.size())
          .filter(other -> finger[other] != finger[print])
          .toArray();
    }
    if (firstOfFinger[finger[print]] != print) {
      return new int[0];
    }
    return IntStream.range(finger[print] + 1, firstOfFinger.length)
        .map(f -> firstOfFinger[f])
        .filter(other -> set[other] == set[print])
        .toArray();
  }
}
