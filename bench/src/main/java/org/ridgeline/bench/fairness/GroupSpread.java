package org.ridgeline.bench.fairness;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ridgeline.estimate.share.ClusteredShare;

/// How far the rates of groups are apart.
final class GroupSpread {
  private GroupSpread() {}

  /// A group and its errors.
  record Of(String group, ClusteredShare share) {
    double rate() {
      return share.share().rate();
    }
  }

  /// Measures it; two groups or more.
  static FairnessReport.Spread of(List<Of> groups) {
    Of worst = groups.stream().max(Comparator.comparingDouble(Of::rate)).orElseThrow();
    Of best = groups.stream().min(Comparator.comparingDouble(Of::rate)).orElseThrow();
    double high = best.share().bounds().high();
    OptionalDouble atLeast =
        high > 0 ? OptionalDouble.of(worst.share().bounds().low() / high) : OptionalDouble.empty();
    if (best.rate() == 0) {
      OptionalDouble none = OptionalDouble.empty();
      Optional<String> reason = Optional.of("no error in " + best.group());
      return new FairnessReport.Spread(worst.group(), best.group(), none, none, atLeast, reason);
    }
    double mean =
        Math.exp(groups.stream().mapToDouble(of -> Math.log(of.rate())).average().orElseThrow());
    return new FairnessReport.Spread(
        worst.group(),
        best.group(),
        OptionalDouble.of(worst.rate() / best.rate()),
        OptionalDouble.of(worst.rate() / mean),
        atLeast,
        Optional.empty());
  }
}
