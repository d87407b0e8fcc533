package org.ridgeline.bench.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.search.decision.ScoreTable;

/// What the scores of a full comparison mean, of ridges or of minutiae: a table of log-likelihood
/// ratios, measured from genuine and impostor pairs.
///
/// - Where there are impostors enough: ratios of bands of a whole score, half a pair added to each
///   count, made to grow by pooling neighbours that do not (pool adjacent violators).
/// - In the tail, from the 100th highest impostor on: a line through the pairs there, by logistic
///   regression, no steeper than one says who knows that fictional impostors end too soon.
/// - Held at [#FLOOR] below, since one person's fingers fail together.
/// - Capped above at what the impostor pairs bear: if a share *g* of genuine pairs lies above the
///   highest of *n* impostors, then by the rule of three no more than log2(*g n* / 3), and never
///   more than [#CEILING].
/// - **Unit** scores in tenths, ratios in hundredths of a bit
public final class ScoreCalibration {
  /// The most a finger says against.
  public static final int FLOOR = -200;

  /// The most a finger says for.
  public static final int CEILING = 1500;

  private static final int BAND = 10;

  /// How many of the highest impostors the line is laid through.
  private static final int TAIL = 100;

  private static final int STEP = 20;

  private final int[] genuine;
  private final int[] impostors;

  /// Of scores in tenths.
  /// - **Error** none of either: IllegalArgumentException
  public ScoreCalibration(int[] genuine, int[] impostors) {
    if (genuine.length == 0 || impostors.length == 0) {
      throw new IllegalArgumentException(
          "genuine=" + genuine.length + " impostors=" + impostors.length + " limit=1..");
    }
    this.genuine = sorted(genuine);
    this.impostors = sorted(impostors);
  }

  private static int[] sorted(int[] scores) {
    int[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /// The highest ratio that so many pairs bear, centibits, at least nothing.
  public int most() {
    int above = genuine.length - below(genuine, impostors[impostors.length - 1] + 1);
    double share = (above + 0.5) / (genuine.length + 1);
    long bits = (long) StrictMath.floor(100 * log2(share * impostors.length / 3));
    return Math.clamp(bits, 0, CEILING);
  }

  /// The table.
  public ScoreTable table() {
    return table(CEILING);
  }

  /// The table, the tail's line held to so many hundredths of a bit a tenth.
  public ScoreTable table(double steepest) {
    int tail = band(impostors[Math.max(0, impostors.length - TAIL)]);
    List<Pool> pools = pools(tail);
    // Pooled with what lies below it, the tail says no more than that does.
    boolean hasLine = pools.getLast().from == tail;
    List<int[]> points = new ArrayList<>();
    for (Pool pool : hasLine ? pools.subList(0, pools.size() - 1) : pools) {
      points.add(new int[] {pool.middle(), held(ratio(pool.genuine, pool.impostors))});
    }
    if (points.isEmpty()) {
      points.add(new int[] {tail - 1, FLOOR});
    }
    if (hasLine && genuine[genuine.length - 1] >= tail) {
      line(points, tail, steepest);
    }
    return new ScoreTable(
        points.stream().mapToInt(point -> point[0]).toArray(),
        points.stream().mapToInt(point -> point[1]).toArray());
  }

  /// The start of a score's band.
  private static int band(int score) {
    return Math.floorDiv(score, BAND) * BAND;
  }

  /// Goes on from the bands along the line, until no more can be said.
  private void line(List<int[]> points, int tail, double steepest) {
    LogisticLine line = LogisticLine.through(tail(genuine, tail), tail(impostors, tail));
    double prior = StrictMath.log((double) impostors.length / genuine.length);
    int most = most();
    int last = points.getLast()[1];
    int from = points.getLast()[0];
    int end = Math.max(genuine[genuine.length - 1], tail + STEP);
    for (int score = tail; last < most && score <= end; score += STEP) {
      double bits = (line.logOdds(score) + prior) / StrictMath.log(2);
      int rise = (int) Math.min(most - last, steepest * (score - from));
      last = Math.max(last, Math.min(held(bits), last + rise));
      from = score;
      points.add(new int[] {score, last});
    }
  }

  private static int[] tail(int[] sorted, int from) {
    return Arrays.copyOfRange(sorted, below(sorted, from), sorted.length);
  }

  /// How many scores lie below one.
  private static int below(int[] sorted, int score) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int held(double bits) {
    return Math.clamp(Math.round(100 * bits), FLOOR, most());
  }

  private double ratio(int genuineCount, int impostorCount) {
    double ofGenuine = (genuineCount + 0.5) / (genuine.length + 1);
    double ofImpostors = (impostorCount + 0.5) / (impostors.length + 1);
    return log2(ofGenuine / ofImpostors);
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }

  /// Scores from..to, the upper left out.
  private record Pool(int from, int to, int genuine, int impostors) {
    Pool with(Pool next) {
      return new Pool(from, next.to, genuine + next.genuine, impostors + next.impostors);
    }

    int middle() {
      return Math.floorDiv(from + to, 2);
    }
  }

  /// The bands below the tail and the tail, pooled until their ratios grow.
  private List<Pool> pools(int tail) {
    List<Pool> pools = new ArrayList<>();
    for (int from = Math.min(band(genuine[0]), band(impostors[0])); from < tail; from += BAND) {
      add(pools, from, count(genuine, from), count(impostors, from));
    }
    add(
        pools,
        tail,
        genuine.length - below(genuine, tail),
        impostors.length - below(impostors, tail));
    return pools;
  }

  private static int count(int[] sorted, int from) {
    return below(sorted, from + BAND) - below(sorted, from);
  }

  private void add(List<Pool> pools, int from, int genuineCount, int impostorCount) {
    Pool pool = new Pool(from, from + BAND, genuineCount, impostorCount);
    while (!pools.isEmpty()
        && ratio(pools.getLast().genuine, pools.getLast().impostors)
            >= ratio(pool.genuine, pool.impostors)) {
      pool = pools.removeLast().with(pool);
    }
    pools.add(pool);
  }
}
