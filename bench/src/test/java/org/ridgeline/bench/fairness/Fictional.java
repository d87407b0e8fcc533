package org.ridgeline.bench.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.ridgeline.bench.evaluate.EngineScores;
import org.ridgeline.bench.evaluate.SetPrint;
import org.ridgeline.bench.statistics.Scores;

/// Scores that a test makes up: persons with two fingers of three impressions. Some persons'
/// fingers score lower than others', as in truth.
/// - **Shape** `lowered`: how many of the first persons score lower, and `by` how much; `look`:
///   persons among whom strangers score `likeness` higher; `failing`: of the first persons the last
///   impression of each finger fails
record Fictional(
    int persons, int lowered, double by, int look, double likeness, int failing, long seed)
    implements EngineScores {
  static final int FINGERS = 2;
  static final int IMPRESSIONS = 3;

  static Fictional alike(int persons, long seed) {
    return new Fictional(persons, 0, 0, 0, 0, 0, seed);
  }

  static Fictional lowered(int persons, int lowered, double by, long seed) {
    return new Fictional(persons, lowered, by, 0, 0, 0, seed);
  }

  List<SetPrint> prints() {
    List<SetPrint> prints = new ArrayList<>();
    for (int person = 0; person < persons; person++) {
      for (int finger = 1; finger <= FINGERS; finger++) {
        for (int impression = 1; impression <= IMPRESSIONS; impression++) {
          prints.add(
              new SetPrint(
                  "set",
                  person + "_" + finger + "_" + impression + ".png",
                  person + "_" + finger,
                  Optional.of("" + person),
                  Optional.of("" + finger),
                  OptionalInt.of(70)));
        }
      }
    }
    return prints;
  }

  /// Labels of persons, `sex` by a rule.
  static Labels sexes(int persons, IntFunction<String> sex) {
    List<String> lines = new ArrayList<>(List.of("person,sex"));
    for (int person = 0; person < persons; person++) {
      lines.add(person + "," + sex.apply(person));
    }
    return Labels.of("labels.csv", lines);
  }

  private static int personOf(int print) {
    return print / (FINGERS * IMPRESSIONS);
  }

  @Override
  public String engine() {
    return "fictional";
  }

  @Override
  public boolean failed(int print) {
    return personOf(print) < failing && print % IMPRESSIONS == IMPRESSIONS - 1;
  }

  @Override
  public void pairs(Visitor visitor) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] skin = random.doubles(persons).map(u -> 6 * u).toArray();
    int prints = persons * FINGERS * IMPRESSIONS;
    for (int one = 0; one < prints; one++) {
      for (int other = one + 1; other < prints; other++) {
        boolean isMated = one / IMPRESSIONS == other / IMPRESSIONS;
        int first = personOf(one);
        int second = personOf(other);
        double score = random.nextGaussian() * 2;
        if (isMated) {
          score += 6 + skin[first] - (first < lowered ? by : 0);
        } else if (first < look && second < look) {
          score += likeness;
        }
        float said = failed(one) || failed(other) ? Scores.NEVER : (float) score;
        visitor.pair(one, other, isMated, said);
      }
    }
  }
}
