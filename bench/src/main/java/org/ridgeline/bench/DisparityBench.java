package org.ridgeline.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ridgeline.estimate.disparity.Benchmark;
import org.ridgeline.estimate.disparity.Disparity;
import org.ridgeline.estimate.disparity.Disparity.Position;
import org.ridgeline.estimate.disparity.Disparity.Question;
import org.ridgeline.estimate.disparity.Disparity.UnitDisparity;
import org.ridgeline.estimate.disparity.Dispersion;
import org.ridgeline.estimate.disparity.Step;
import org.ridgeline.estimate.disparity.UnitShare;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;

/// What the disparity analysis finds where the truth is known: biases planted in few fictional
/// jurisdictions, and none where none was planted.
///
/// Every booking is drawn by itself. All rules for over-dispersion see the same bookings.
public final class DisparityBench {
  /// The group's share among residents, which is the benchmark.
  public static final double BENCHMARK = 0.2;

  /// The share of jurisdictions that a bias is planted in; one at least.
  public static final double PLANTED = 0.05;

  /// Where jurisdictions differ without a bias, the standard deviation of their true shares.
  public static final double SPREAD_POINTS = 2;

  private static final double[] BIASES_POINTS = {0, 5, 10};

  /// Bookings of unequal jurisdictions are between a tenth and ten times the number asked for.
  private static final double UNEQUAL = 10;

  private final Setting setting;

  /// How much is drawn.
  /// - **Error** a count below 1: IllegalArgumentException
  public record Setting(int runs, int jurisdictions, int bookings, long seed) {
    public Setting {
      if (Math.min(Math.min(runs, jurisdictions), bookings) < 1) {
        throw new IllegalArgumentException(
            "runs=%d jurisdictions=%d bookings=%d limit=1.."
                .formatted(runs, jurisdictions, bookings));
      }
    }

    int planted(Truth truth) {
      return truth.biasPoints() == 0 ? 0 : (int) Math.max(1, Math.round(PLANTED * jurisdictions));
    }
  }

  /// What bookings are drawn from.
  /// - **Shape** `sizes`: "equal", every jurisdiction has the bookings asked for; "unequal", a
  ///   tenth to ten times as many, uniform on a logarithmic scale
  /// - **Unit** percentage points
  public record Truth(String sizes, double spreadPoints, double biasPoints) {
    /// All that are measured.
    static List<Truth> all() {
      List<Truth> all = new ArrayList<>();
      for (String sizes : List.of("equal", "unequal")) {
        for (double spread : new double[] {0, SPREAD_POINTS}) {
          for (double bias : BIASES_POINTS) {
            all.add(new Truth(sizes, spread, bias));
          }
        }
      }
      return all;
    }
  }

  /// So many of so many, with the exact interval of 95 %; empty of nothing: 0..1.
  public record Rate(long count, long of, double low, double high) {
    static Rate of(long count, long of) {
      Interval bounds = new Share(count, of).bounds();
      return new Rate(count, of, bounds.low(), bounds.high());
    }
  }

  /// What one rule made of one truth.
  /// - **Shape** `rule`: the over-dispersion allowed for; `anyFalse`: runs with a jurisdiction
  ///   named that no bias was planted in; `falseShare`: of the jurisdictions named those, on
  ///   average over runs, a run that names nobody counting as 0, with its standard error; `found`:
  ///   of the planted biases those named as over
  public record Row(
      Truth truth, String rule, Rate anyFalse, double falseShare, double error, Rate found) {}

  /// What a run measured.
  public record Result(
      Setting setting, double benchmark, double plantedShare, double q, List<Row> rows) {}

  private record Outcome(int named, int falselyNamed, int found) {}

  private DisparityBench(Setting setting) {
    this.setting = setting;
  }

  /// Measures all truths by all rules.
  public static Result run(Setting setting, Progress progress) {
    DisparityBench bench = new DisparityBench(setting);
    List<Row> rows = new ArrayList<>();
    List<Truth> truths = Truth.all();
    AtomicInteger done = new AtomicInteger();
    for (Truth truth : truths) {
      rows.addAll(bench.rows(truth));
      progress.at("truths", done.incrementAndGet(), truths.size());
    }
    return new Result(setting, BENCHMARK, PLANTED, Disparity.STANDARD_Q, rows);
  }

  /// Measures one truth: a row for each rule.
  List<Row> rows(Truth truth) {
    // Each truth and each run has dice of its own: neither threads nor other truths change them.
    SplittableRandom seeds = new SplittableRandom(setting.seed() + Truth.all().indexOf(truth));
    long[] dice = seeds.longs(setting.runs()).toArray();
    List<List<Outcome>> outcomes =
        Arrays.stream(dice)
            .parallel()
            .mapToObj(seed -> outcomes(truth, drawn(truth, new SplittableRandom(seed))))
            .toList();
    return IntStream.range(0, Dispersion.Rule.values().length)
        .mapToObj(rule ->
            row(
                truth,
                Dispersion.Rule.values()[rule],
                outcomes.stream().map(run -> run.get(rule)).toList()))
        .toList();
  }

  static List<Row> rows(Setting setting, Truth truth) {
    return new DisparityBench(setting).rows(truth);
  }

  private List<UnitShare> drawn(Truth truth, SplittableRandom dice) {
    Benchmark residents = new Benchmark.Known("residents, fictional", BENCHMARK);
    List<UnitShare> units = new ArrayList<>();
    for (int unit = 0; unit < setting.jurisdictions(); unit++) {
      int of = size(truth, dice);
      double share = BENCHMARK + truth.spreadPoints() / 100 * dice.nextGaussian();
      share += unit < setting.planted(truth) ? truth.biasPoints() / 100 : 0;
      long count = 0;
      for (int booking = 0; booking < of; booking++) {
        count += dice.nextDouble() < share ? 1 : 0;
      }
      units.add(new UnitShare("jurisdiction " + unit, new Share(count, of), residents));
    }
    return units;
  }

  private int size(Truth truth, SplittableRandom dice) {
    return truth.sizes().equals("equal")
        ? setting.bookings()
        : (int) Math.ceil(setting.bookings() * Math.pow(UNEQUAL, dice.nextDouble(-1, 1)));
  }

  private List<Outcome> outcomes(Truth truth, List<UnitShare> units) {
    return Arrays.stream(Dispersion.Rule.values())
        .map(rule -> outcome(truth, units, rule))
        .toList();
  }

  private Outcome outcome(Truth truth, List<UnitShare> units, Dispersion.Rule rule) {
    Question question = new Question("group", Step.BOOKED, rule, Disparity.STANDARD_Q);
    List<UnitDisparity> all = Disparity.of(question, units).units();
    int planted = setting.planted(truth);
    int named = (int) all.stream().filter(UnitDisparity::outlier).count();
    int found =
        (int)
            all.subList(0, planted).stream()
                .filter(unit -> unit.position() == Position.OVER)
                .count();
    return new Outcome(named, named - found, found);
  }

  private Row row(Truth truth, Dispersion.Rule rule, List<Outcome> runs) {
    long anyFalse = runs.stream().filter(run -> run.falselyNamed() > 0).count();
    double[] shares =
        runs.stream()
            .mapToDouble(run -> (double) run.falselyNamed() / Math.max(1, run.named()))
            .toArray();
    double mean = Arrays.stream(shares).average().orElseThrow();
    double squares = Arrays.stream(shares).map(share -> Math.pow(share - mean, 2)).sum();
    long planted = (long) setting.planted(truth) * runs.size();
    return new Row(
        truth,
        rule.name().toLowerCase(Locale.ROOT),
        Rate.of(anyFalse, runs.size()),
        mean,
        Math.sqrt(squares) / runs.size(),
        Rate.of(runs.stream().mapToLong(Outcome::found).sum(), planted));
  }
}
