package org.ridgeline.bench.fairness;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.bench.evaluate.EngineScores;
import org.ridgeline.bench.evaluate.SetPrint;
import org.ridgeline.bench.statistics.Scores;

/// The trials of one engine: pairs of prints, and searches with a print among those enrolled.
///
/// Enrolled is the first impression of each finger; every other print is a search. A search's score
/// is that of the pair, and its best stranger the highest of all enrolled of other persons: what a
/// search that compares everybody would find. Pairs of two fingers of one person are left out, as
/// they are neither mated nor of strangers.
/// - **Shape** `mated`, `strangers`: pairs; `found`: searches with the score of the mate;
///   `nearest`: the same searches with the score of the best stranger
record Trials(ScoreTable mated, ScoreTable strangers, ScoreTable found, ScoreTable nearest) {
  static Trials of(List<SetPrint> prints, int[] person, EngineScores scores) {
    boolean[] enrolled = enrolled(prints);
    ScoreTable mated = new ScoreTable();
    ScoreTable strangers = new ScoreTable();
    ScoreTable found = new ScoreTable();
    float[] best = new float[prints.size()];
    Arrays.fill(best, Scores.NEVER);
    scores.pairs((one, other, isMated, score) -> {
      if (isMated) {
        mated.add(one, other, score);
        if (enrolled[one]) {
          found.add(other, other, score);
        }
      } else if (person[one] != person[other]) {
        strangers.add(one, other, score);
        nearer(best, enrolled, one, other, score);
        nearer(best, enrolled, other, one, score);
      }
    });
    ScoreTable nearest = new ScoreTable();
    for (int print = 0; print < best.length; print++) {
      if (!enrolled[print]) {
        nearest.add(print, print, best[print]);
      }
    }
    return new Trials(mated, strangers, found, nearest);
  }

  private static void nearer(
      float[] best, boolean[] enrolled, int probe, int reference, float score) {
    if (enrolled[reference] && !enrolled[probe]) {
      best[probe] = Math.max(best[probe], score);
    }
  }

  /// The first print of each finger: prints of a finger follow each other.
  private static boolean[] enrolled(List<SetPrint> prints) {
    boolean[] enrolled = new boolean[prints.size()];
    for (int i = 0; i < enrolled.length; i++) {
      enrolled[i] =
          i == 0
              || !prints.get(i).finger().equals(prints.get(i - 1).finger())
              || !prints.get(i).set().equals(prints.get(i - 1).set());
    }
    return enrolled;
  }
}
