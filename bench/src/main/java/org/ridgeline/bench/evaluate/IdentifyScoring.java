package org.ridgeline.bench.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ridgeline.bench.Percentiles;
import org.ridgeline.bench.statistics.ErrorRates;
import org.ridgeline.bench.statistics.OperatingPoint;
import org.ridgeline.bench.statistics.Scores;
import org.ridgeline.bench.statistics.Trials;
import org.ridgeline.estimate.share.Share;

/// Outcomes of searches to rates.
/// - **Source** ISO/IEC 19795-1: CMC, FNIR(N, R, T), FPIR(N, T)
final class IdentifyScoring {
  private static final double[] FPIRS = {0.1, 0.01, 0.001};

  /// Ranks that the CMC is given for: as many candidates as a search puts forward.
  private static final int RANK_MAX = 20;

  private final Subjects subjects;
  private final List<SearchOutcome> mated;
  private final List<SearchOutcome> nonMated;
  private final int leftOut;

  /// What the engine held.
  record Setting(int fingers, int gallerySize, int distractors) {}

  IdentifyScoring(Subjects subjects, boolean leaveOut, List<SearchOutcome> outcomes) {
    this.subjects = subjects;
    mated = outcomes.stream().filter(this::isMated).toList();
    nonMated = outcomes.stream().filter(o -> leaveOut || !isMated(o)).toList();
    leftOut = leaveOut ? mated.size() : 0;
  }

  private boolean isMated(SearchOutcome outcome) {
    return subjects.subjects().get(outcome.subject()).isMated();
  }

  /// Rates with their bounds; empty where there are no non-mated searches.
  Optional<ErrorRates> rates() {
    return mated.isEmpty() || nonMated.isEmpty()
        ? Optional.empty()
        : Optional.of(ErrorRates.of(trials(), FPIRS));
  }

  /// The report beside no other engine.
  /// - **Shape** `rates`: of [#rates()]
  IdentifyReport report(
      Optional<ErrorRates> rates,
      Setting setting,
      IdentifyReport.Extracted gallery,
      IdentifyReport.Extracted probes) {
    Share rank1 = new Share(atRank(1), mated.size());
    Share rank10 = new Share(atRank(10), mated.size());
    Trials trials = trials();
    List<Integer> cmc = new ArrayList<>();
    for (int rank = 1; rank <= Math.min(RANK_MAX, setting.gallerySize()); rank++) {
      cmc.add(atRank(rank));
    }
    return new IdentifyReport(
        new IdentifyReport.Searches(mated.size(), nonMated.size(), atRank(1), atRank(10)),
        fnir(trials, rates),
        penetration(),
        new IdentifyReport.Scope(
            gallery.failed() + probes.failed(),
            setting.fingers(),
            setting.gallerySize(),
            setting.distractors(),
            leftOut),
        new IdentifyReport.Ranks(rank1.bounds(), rank10.bounds(), cmc),
        new IdentifyReport.Prints(gallery, probes, subjects.unused()),
        Percentiles.of(made().mapToDouble(SearchOutcome::latencyMs).toArray()),
        new IdentifyReport.Comparison(trials.tradeOff(), Optional.empty()));
  }

  private int atRank(int rank) {
    return (int)
        mated.stream()
            .filter(o -> o.mateRank().isPresent() && o.mateRank().getAsInt() <= rank)
            .count();
  }

  private Trials trials() {
    Scores mates = new Scores(mated.size());
    mated.forEach(o -> mates.add(o.mateScore(), o.subject()));
    Scores others = new Scores(nonMated.size());
    nonMated.forEach(o -> others.add(o.others(), o.subject()));
    return new Trials(subjects.sets(), mates, others);
  }

  private static List<IdentifyReport.Fnir> fnir(Trials trials, Optional<ErrorRates> rates) {
    List<IdentifyReport.Fnir> fnirs = new ArrayList<>();
    for (int i = 0; i < FPIRS.length; i++) {
      int at = i;
      fnirs.add(
          rates
              .filter(_ -> trials.supports(FPIRS[at]))
              .map(r -> measured(r.points().get(at)))
              .orElseGet(() -> tooFew(trials, FPIRS[at])));
    }
    return fnirs;
  }

  private static IdentifyReport.Fnir measured(OperatingPoint point) {
    return new IdentifyReport.Fnir(
        point.falseRate(),
        OptionalDouble.of(point.missed().rate()),
        OptionalDouble.of(point.bounds().low()),
        OptionalDouble.of(point.bounds().high()),
        OptionalDouble.of(point.threshold()),
        Optional.of(point.missed().count()),
        Optional.empty());
  }

  private static IdentifyReport.Fnir tooFew(Trials trials, double fpir) {
    OptionalDouble none = OptionalDouble.empty();
    String reason =
        "%d non-mated searches, this FPIR needs %d"
            .formatted(trials.nonMatedCount(), Trials.neededFor(fpir));
    return new IdentifyReport.Fnir(
        fpir, none, none, none, none, Optional.empty(), Optional.of(reason));
  }

  private Stream<SearchOutcome> made() {
    return Stream.concat(mated.stream(), nonMated.stream().filter(o -> !isMated(o)))
        .filter(o -> o.penetration().isPresent());
  }

  private IdentifyReport.Penetration penetration() {
    double[] shares = made().mapToDouble(o -> o.penetration().getAsDouble()).sorted().toArray();
    return new IdentifyReport.Penetration(
        nearestRank(shares, 0.50), nearestRank(shares, 0.99), nearestRank(shares, 1));
  }

  private static double nearestRank(double[] sorted, double share) {
    int at = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.max(0, at)];
  }
}
