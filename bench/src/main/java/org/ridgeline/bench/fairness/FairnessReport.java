package org.ridgeline.bench.fairness;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ridgeline.estimate.share.ClusteredShare;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;

/// One engine's errors by groups.
/// - **Shape** `measures`: of all trials together, by [Measure#key()]; `alike`: FMR of strangers
///   who are alike in every label, where there are labels; `notShown`: what none of it shows
/// - **Unit** shares, 0..1; bounds of 95 %
public record FairnessReport(
    Scope scope,
    Map<String, Threshold> thresholds,
    Map<String, Rate> measures,
    Optional<Rate> alike,
    List<OfColumn> columns,
    List<String> notShown) {
  public FairnessReport {
    thresholds = Collections.unmodifiableMap(thresholds);
    measures = Collections.unmodifiableMap(measures);
    columns = List.copyOf(columns);
    notShown = List.copyOf(notShown);
  }

  /// What was measured.
  /// - **Shape** `unit`: whose trials are taken to depend on each other, "person" or, where nobody
  ///   says whose fingers belong together, "finger"; `gallerySize`: fingers enrolled
  public record Scope(
      int prints,
      int persons,
      String unit,
      int gallerySize,
      double q,
      int personsLeast,
      int errorsLeast,
      long seed) {}

  /// Where an engine stands for all groups alike.
  /// - **Shape** `falseRate`: asked for; `caution`: why the threshold is not sure
  public record Threshold(double falseRate, double threshold, Optional<String> caution) {}

  /// Errors out of trials.
  /// - **Shape** `persons` with a trial; all else empty where there is no trial
  public record Rate(
      long errors,
      long trials,
      int persons,
      OptionalDouble rate,
      OptionalDouble low,
      OptionalDouble high) {
    static Rate of(ClusteredShare clustered) {
      Share share = clustered.share();
      if (share.of() == 0) {
        OptionalDouble none = OptionalDouble.empty();
        return new Rate(0, 0, 0, none, none, none);
      }
      Interval bounds = clustered.bounds();
      return new Rate(
          share.count(),
          share.of(),
          clustered.persons(),
          OptionalDouble.of(share.rate()),
          OptionalDouble.of(bounds.low()),
          OptionalDouble.of(bounds.high()));
    }
  }

  /// One way to part the prints.
  /// - **Shape** `named`: groups with errors that are not of chance, at q over all tests of this
  ///   column
  public record OfColumn(
      String column, List<Group> groups, Map<String, Spread> spread, List<Named> named) {
    public OfColumn {
      groups = List.copyOf(groups);
      spread = Collections.unmodifiableMap(spread);
      named = List.copyOf(named);
    }
  }

  /// A group.
  /// - **Shape** `measures` by [Measure#key()]; `mated`, `strangers`: scores of pairs of it
  public record Group(
      String group,
      int persons,
      int prints,
      Map<String, Errors> measures,
      Map<String, Scores> scores) {
    public Group {
      measures = Collections.unmodifiableMap(measures);
      scores = Collections.unmodifiableMap(scores);
    }
  }

  /// A group's errors of a kind beside those of all others of its column.
  /// - **Shape** `toAll`: this rate over that of all trials, empty where none of all failed; `p`
  ///   against the other groups together and `adjusted` for the column's tests, empty with a
  ///   `reason` where the group is not tested
  public record Errors(
      @JsonUnwrapped Rate rate,
      OptionalDouble toAll,
      OptionalDouble p,
      OptionalDouble adjusted,
      Optional<String> reason) {}

  /// Scores of comparisons that could be made.
  /// - **Shape** all empty where there are none
  public record Scores(
      long trials,
      OptionalDouble p5,
      OptionalDouble p25,
      OptionalDouble p50,
      OptionalDouble p75,
      OptionalDouble p95) {}

  /// How far groups are apart, of those with persons enough.
  /// - **Shape** `worstToBest`: the highest rate over the lowest; `worstToMean`: over the geometric
  ///   mean; both empty with a `reason` where a group has no error; `atLeast`: the lower bound of
  ///   the highest over the upper bound of the lowest, which is there always
  public record Spread(
      String worst,
      String best,
      OptionalDouble worstToBest,
      OptionalDouble worstToMean,
      OptionalDouble atLeast,
      Optional<String> reason) {}

  /// A group with errors that are not of chance.
  public record Named(String measure, String group, String direction, double adjusted) {}
}
