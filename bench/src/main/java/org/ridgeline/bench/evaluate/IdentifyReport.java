package org.ridgeline.bench.evaluate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ridgeline.bench.Percentiles;
import org.ridgeline.bench.statistics.Difference;
import org.ridgeline.bench.statistics.Point;
import org.ridgeline.estimate.share.Interval;

/// One engine's 1:N accuracy.
/// - **Unit** shares, 0..1; bounds of 95 %; `threshold` as the engine's scores
public record IdentifyReport(
    @JsonUnwrapped Searches searches,
    List<Fnir> fnir,
    Penetration penetration,
    @JsonUnwrapped Scope scope,
    @JsonUnwrapped Ranks ranks,
    @JsonUnwrapped Prints prints,
    Percentiles latency,
    @JsonUnwrapped Comparison comparison) {
  public IdentifyReport {
    fnir = List.copyOf(fnir);
  }

  /// The same report, beside what another engine found.
  IdentifyReport against(Optional<Against> other) {
    return new IdentifyReport(
        searches,
        fnir,
        penetration,
        scope,
        ranks,
        prints,
        latency,
        new Comparison(comparison.det(), other));
  }

  /// What engines are laid beside each other by.
  /// - **Shape** `against`: empty for the engine that the others are compared with
  public record Comparison(List<Point> det, Optional<Against> against) {
    public Comparison {
      det = List.copyOf(det);
    }
  }

  /// This engine's FNIR less that of another engine in the same run, on the same searches.
  /// - **Unit** below 0 where this engine misses less
  /// - **Shape** `fnir`: empty, with a `reason`, where both did not do the same
  public record Against(String engine, List<FnirDifference> fnir, Optional<String> reason) {
    public Against {
      fnir = List.copyOf(fnir);
    }
  }

  /// A difference of FNIRs, each engine at its own threshold.
  /// - **Shape** `caution`: why the rates that it is of are not reported
  public record FnirDifference(
      double fpir, @JsonUnwrapped Difference difference, Optional<String> caution) {}

  /// How many searches there were, and how many found.
  /// - **Shape** `rank1`, `rank10`: mated searches whose mate is there or before
  public record Searches(int mated, int nonMated, int rank1, int rank10) {}

  /// What was searched.
  /// - **Shape** `failureToExtract`: fingers of gallery and probes without a usable template, kept
  ///   in as misses; `gallerySize`: persons enrolled, distractors with them; `leftOut`: non-mated
  ///   searches that are mated ones with their mate struck from the candidates
  public record Scope(
      int failureToExtract, int fingers, int gallerySize, int distractors, int leftOut) {}

  /// How sure the ranks are.
  /// - **Shape** `cmc`: mated searches whose mate is there or before, for each rank from 1
  public record Ranks(Interval rank1Bounds, Interval rank10Bounds, List<Integer> cmc) {
    public Ranks {
      cmc = List.copyOf(cmc);
    }
  }

  /// The prints that were given.
  public record Prints(Extracted gallery, Extracted probes, int unusedPrints) {}

  /// FNIR(N, R, T) at the lowest threshold T with at most this FPIR(N, T); N is `gallerySize`, R
  /// the length of the candidate list.
  /// - **Shape** `misses` out of the mated searches; `low`, `high` the wider of drawn persons and
  ///   independent searches; empty, with a `reason`, where the non-mated searches are too few
  public record Fnir(
      double fpir,
      OptionalDouble fnir,
      OptionalDouble low,
      OptionalDouble high,
      OptionalDouble threshold,
      Optional<Long> misses,
      Optional<String> reason) {}

  /// The share of the gallery that a search compared with the costly matcher.
  public record Penetration(double p50, double p99, double max) {}

  /// Prints given to the extractor, and how many of them gave no usable template.
  public record Extracted(int prints, int failed) {}
}
