package org.ridgeline.bench.evaluate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ridgeline.bench.statistics.Difference;
import org.ridgeline.bench.statistics.Point;
import org.ridgeline.estimate.share.Interval;

/// One engine's 1:1 accuracy: each set alone, and all pairs of all sets together.
/// - **Unit** shares, 0..1, with their counts; bounds of 95 %
public record VerifyReport(List<OfSet> sets, OfSet pooled, Quality quality) {
  public VerifyReport {
    sets = List.copyOf(sets);
  }

  /// What was measured on one set of prints.
  public record OfSet(
      String set,
      @JsonUnwrapped Scope scope,
      @JsonUnwrapped Rates rates,
      List<Fnmr> fnmrAtFmr,
      List<Point> det,
      List<Counts> countsAtFmr,
      Optional<Against> against) {
    public OfSet {
      fnmrAtFmr = List.copyOf(fnmrAtFmr);
      det = List.copyOf(det);
      countsAtFmr = List.copyOf(countsAtFmr);
    }
  }

  /// What was compared.
  /// - **Shape** `impostors`: "first" (first impressions only, as FVC does) or "all";
  ///   `failureToExtract`: prints, whose pairs are kept in and never match
  public record Scope(
      int fingers,
      int prints,
      int failureToExtract,
      long genuinePairs,
      long impostorPairs,
      String impostors) {}

  /// The rates that FVC names.
  /// - **Shape** `fvcEer`: as FVC computes it, see [Trials#steppedEqualErrorRate()]; `fmr100`,
  ///   `fmr1000`, `zeroFmr`: FNMR where FMR is at most 1 %, 0.1 %, none
  public record Rates(
      EqualError eer,
      double fvcEer,
      OptionalDouble fmr100,
      OptionalDouble fmr1000,
      double zeroFmr) {}

  /// The rate where FMR and FNMR are equal; bounds by drawing fingers.
  public record EqualError(double rate, double low, double high) {}

  /// FNMR at the lowest threshold with at most this FMR.
  /// - **Shape** `nonMatches` out of the genuine pairs; all empty, with a `reason`, where the
  ///   impostor pairs are too few to speak of that FMR
  public record Fnmr(
      double fmr,
      OptionalDouble fnmr,
      @JsonUnwrapped Bounds bounds,
      OptionalDouble threshold,
      Optional<Long> nonMatches,
      Optional<String> reason) {}

  /// What happened at the lowest threshold with at most this FMR, as bare counts of the pairs at
  /// hand: also where these are too few to speak of that FMR.
  /// - **Shape** `falseMatches` out of the impostor pairs, `nonMatches` out of the genuine ones
  public record Counts(double fmr, double threshold, long falseMatches, long nonMatches) {}

  /// This engine's rates less those of another engine in the same run, on the same pairs.
  /// - **Unit** below 0 where this engine errs less
  public record Against(String engine, Difference eer, List<FnmrDifference> fnmrAtFmr) {
    public Against {
      fnmrAtFmr = List.copyOf(fnmrAtFmr);
    }
  }

  /// A difference of FNMRs, each engine at its own threshold.
  /// - **Shape** `caution`: why the rates that it is of are not reported
  public record FnmrDifference(
      double fmr, @JsonUnwrapped Difference difference, Optional<String> caution) {}

  /// Genuine pairs of all sets by the lower quality of their two prints, and how many of them are
  /// missed at the pooled threshold for an FMR.
  /// - **Shape** without a `threshold` and `bands`, but with a `reason`, where the impostor pairs
  ///   are too few to speak of that FMR
  public record Quality(
      double fmr, OptionalDouble threshold, List<Band> bands, Optional<String> reason) {
    public Quality {
      bands = List.copyOf(bands);
    }
  }

  /// The pairs of one band.
  /// - **Shape** `band`: the qualities, such as 40-59, or "none" where a print has no template;
  ///   rates empty where there is no pair; bounds as for independent pairs
  public record Band(
      String band,
      long genuinePairs,
      long nonMatches,
      OptionalDouble fnmr,
      OptionalDouble independentLow,
      OptionalDouble independentHigh) {}

  /// How sure an FNMR is.
  /// - **Shape** `low`, `high` the wider of drawn fingers and independent pairs (`independentLow`,
  ///   `independentHigh`)
  public record Bounds(
      OptionalDouble low,
      OptionalDouble high,
      OptionalDouble independentLow,
      OptionalDouble independentHigh) {
    static final Bounds NONE =
        new Bounds(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    static Bounds of(Interval bounds, Interval independent) {
      return new Bounds(
          OptionalDouble.of(bounds.low()),
          OptionalDouble.of(bounds.high()),
          OptionalDouble.of(independent.low()),
          OptionalDouble.of(independent.high()));
    }
  }
}
