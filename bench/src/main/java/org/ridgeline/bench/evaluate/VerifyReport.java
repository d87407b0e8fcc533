package org.ridgeline.bench.evaluate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ridgeline.bench.statistics.Interval;
import org.ridgeline.bench.statistics.Point;

/// One engine's 1:1 accuracy: each set alone, and all pairs of all sets together.
/// - **Unit** shares, 0..1, with their counts; bounds of 95 %
public record VerifyReport(List<OfSet> sets, OfSet pooled) {
  public VerifyReport {
    sets = List.copyOf(sets);
  }

  /// What was measured on one set of prints.
  public record OfSet(
      String set,
      @JsonUnwrapped Scope scope,
      @JsonUnwrapped Rates rates,
      List<Fnmr> fnmrAtFmr,
      List<Point> det) {
    public OfSet {
      fnmrAtFmr = List.copyOf(fnmrAtFmr);
      det = List.copyOf(det);
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
