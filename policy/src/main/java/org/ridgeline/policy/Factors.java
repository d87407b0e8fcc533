package org.ridgeline.policy;

import java.util.ArrayList;
import java.util.List;

/// The other factors recorded of a case.
/// - **Limit** [Limits#FACTORS_MAX]
public record Factors(List<Factor> factors) {
  public Factors {
    factors = List.copyOf(factors);
    if (factors.size() > Limits.FACTORS_MAX) {
      throw new IllegalArgumentException(
          "factors=" + factors.size() + " limit=0.." + Limits.FACTORS_MAX);
    }
  }

  /// None recorded.
  public static Factors none() {
    return new Factors(List.of());
  }

  /// With one more.
  public Factors with(Factor factor) {
    List<Factor> more = new ArrayList<>(factors);
    more.add(factor);
    return new Factors(more);
  }
}
