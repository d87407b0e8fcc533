package org.ridgeline.bench.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ridgeline.bench.statistics.ErrorRates;
import org.ridgeline.bench.statistics.OperatingPoint;
import org.ridgeline.bench.statistics.Point;
import org.ridgeline.bench.statistics.Scores;
import org.ridgeline.bench.statistics.Trials;
import org.ridgeline.estimate.share.Share;

/// What one engine's scores on one set say, or on all sets together.
/// - **Shape** `falselyFound`: at the threshold of each point of `rates`
record SetRates(
    String set,
    VerifyReport.Scope scope,
    ErrorRates rates,
    double fvcEer,
    List<Share> falselyFound,
    List<Point> det) {
  /// False match rates that FNMR is reported at; FVC's FMR100 and FMR1000 are the first two.
  private static final double[] FMRS = {1e-2, 1e-3, 1e-4};

  /// Which of them the protocol looks at first: quality bands and lists of misses are of it.
  static final double PRIMARY_FMR = 1e-3;

  /// All sets together, where a set is asked for.
  static final int ALL = -1;

  static SetRates of(Pairs pairs, int set, String name, Compared compared) {
    Trials trials = trials(pairs, set, compared);
    ErrorRates rates = ErrorRates.of(trials, FMRS[0], FMRS[1], FMRS[2], 0);
    int[] prints =
        IntStream.range(0, pairs.prints().size())
            .filter(print -> isIn(pairs, set, print))
            .toArray();
    return new SetRates(
        name,
        new VerifyReport.Scope(
            fingers(pairs, set),
            prints.length,
            (int) Arrays.stream(prints).filter(print -> compared.failed()[print]).count(),
            trials.matedCount(),
            trials.nonMatedCount(),
            pairs.allImpostors() ? "all" : "first"),
        rates,
        trials.steppedEqualErrorRate(),
        rates.points().stream().map(point -> trials.falselyFound(point.threshold())).toList(),
        trials.tradeOff());
  }

  private static Trials trials(Pairs pairs, int set, Compared compared) {
    int firstFinger = set == ALL ? 0 : pairs.fingers(set)[0];
    Scores mated = new Scores(0);
    Scores nonMated = new Scores(0);
    for (int probe = 0; probe < pairs.prints().size(); probe++) {
      if (!isIn(pairs, set, probe)) {
        continue;
      }
      int finger = pairs.fingerOf(probe) - firstFinger;
      for (float score : compared.genuine()[probe]) {
        mated.add(score, finger);
      }
      int[] others = pairs.impostors(probe);
      for (int i = 0; i < others.length; i++) {
        if (isIn(pairs, set, others[i])) {
          int other = pairs.fingerOf(others[i]) - firstFinger;
          nonMated.add(compared.impostors()[probe][i], finger, other);
        }
      }
    }
    int[] strata = set == ALL ? pairs.setsOfFingers() : new int[fingers(pairs, set)];
    return new Trials(strata, mated, nonMated);
  }

  private static int fingers(Pairs pairs, int set) {
    return set == ALL ? pairs.fingerCount() : pairs.fingers(set).length;
  }

  static boolean isIn(Pairs pairs, int set, int print) {
    return set == ALL || pairs.setOf(print) == set;
  }

  /// The point of the rates at [#PRIMARY_FMR].
  OperatingPoint primary() {
    return rates.points().get(1);
  }

  /// Why a false match rate is not to be spoken of; empty where there are pairs enough.
  Optional<String> tooFewFor(double fmr) {
    long needed = Trials.neededFor(fmr);
    return scope.impostorPairs() >= needed
        ? Optional.empty()
        : Optional.of(
            "%d impostor pairs, this FMR needs %d".formatted(scope.impostorPairs(), needed));
  }

  /// What is reported of it, beside what another engine's scores say on the same set.
  VerifyReport.OfSet report(Optional<VerifyReport.Against> against) {
    List<VerifyReport.Fnmr> fnmrs =
        rates.points().subList(0, FMRS.length).stream().map(this::fnmr).toList();
    return new VerifyReport.OfSet(
        set,
        scope,
        new VerifyReport.Rates(
            new VerifyReport.EqualError(
                rates.equalErrorRate(),
                rates.equalErrorBounds().low(),
                rates.equalErrorBounds().high()),
            fvcEer,
            fnmrs.get(0).fnmr(),
            fnmrs.get(1).fnmr(),
            rates.points().getLast().missed().rate()),
        fnmrs,
        det,
        IntStream.range(0, FMRS.length).mapToObj(this::counts).toList(),
        against);
  }

  private VerifyReport.Counts counts(int at) {
    OperatingPoint point = rates.points().get(at);
    return new VerifyReport.Counts(
        point.falseRate(), point.threshold(), falselyFound.get(at).count(), point.missed().count());
  }

  private VerifyReport.Fnmr fnmr(OperatingPoint point) {
    Optional<String> reason = tooFewFor(point.falseRate());
    if (reason.isPresent()) {
      OptionalDouble none = OptionalDouble.empty();
      return new VerifyReport.Fnmr(
          point.falseRate(), none, VerifyReport.Bounds.NONE, none, Optional.empty(), reason);
    }
    return new VerifyReport.Fnmr(
        point.falseRate(),
        OptionalDouble.of(point.missed().rate()),
        VerifyReport.Bounds.of(point.bounds(), point.missed().bounds()),
        OptionalDouble.of(point.threshold()),
        Optional.of(point.missed().count()),
        Optional.empty());
  }

  /// The differences to another engine's rates on the same set.
  VerifyReport.Against against(String engine, SetRates other) {
    List<VerifyReport.FnmrDifference> fnmrs =
        rates.points().subList(0, FMRS.length).stream()
            .map(OperatingPoint::falseRate)
            .map(fmr ->
                new VerifyReport.FnmrDifference(
                    fmr, rates.missedLess(other.rates, fmr), tooFewFor(fmr)))
            .toList();
    return new VerifyReport.Against(engine, rates.equalErrorLess(other.rates), fnmrs);
  }
}
