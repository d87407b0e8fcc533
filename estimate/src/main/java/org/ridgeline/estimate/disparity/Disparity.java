package org.ridgeline.estimate.disparity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ridgeline.estimate.Limits;
import org.ridgeline.estimate.disparity.BetaBinomial.Shrunk;

/// Where a group's share among those who reached a step lies over or under its benchmark, for all
/// units at once.
/// - **Shape** `between`: the spread that units' shares are drawn in by; `units` in the order given
public record Disparity(
    Question question,
    Dispersion dispersion,
    BetaBinomial between,
    List<UnitDisparity> units,
    List<DisparityCaveat> caveats) {
  /// Which share of discoveries may be false, unless asked otherwise.
  public static final double STANDARD_Q = 0.05;

  /// - **Error** a caveat left out: IllegalArgumentException
  public Disparity {
    units = List.copyOf(units);
    caveats = List.copyOf(caveats);
    if (!caveats.containsAll(List.of(DisparityCaveat.values()))) {
      throw new IllegalArgumentException("caveats=" + caveats + " limit=all");
    }
  }

  /// What is asked: of whom, at which step, how strictly.
  /// - **Error** a q outside 0..1 or at its ends: IllegalArgumentException
  public record Question(String group, Step step, Dispersion.Rule rule, double q) {
    public Question {
      Limits.checkName("group", group);
      if (!(q > 0 && q < 1)) {
        throw new IllegalArgumentException("q=" + q + " limit=0..1, ends left out");
      }
    }
  }

  /// The question to ask unless there is a reason for another: an additive spread, q 0.05.
  public static Question standard(String group, Step step) {
    return new Question(group, step, Dispersion.Rule.ADDITIVE, STANDARD_Q);
  }

  /// What is said of a unit.
  public enum Position {
    /// The share lies over its benchmark by more than chance, and the common spread, explain.
    OVER,

    /// It lies under it by more than that.
    UNDER,

    /// Nothing is shown.
    NOT_SHOWN
  }

  /// One unit.
  /// - **Shape** `p`: two-sided, with the spread allowed for that the question asks to;
  ///   `adjustedP`: by Benjamini and Hochberg over all units; position OVER or UNDER where it is at
  ///   or below q
  public record UnitDisparity(
      UnitShare observed, Shrunk shrunk, double p, double adjustedP, Position position) {
    /// Whether somebody should look.
    public boolean outlier() {
      return position != Position.NOT_SHOWN;
    }
  }

  /// Asks a question of all units, which are one family: what is tested apart is not controlled
  /// together.
  /// - **Limit** [Limits#UNITS_MAX]
  /// - **Error** more, or a unit named twice: IllegalArgumentException
  public static Disparity of(Question question, List<UnitShare> units) {
    check(units);
    Dispersion dispersion = Dispersion.of(question.rule(), units);
    BetaBinomial between = BetaBinomial.of(units.stream().map(UnitShare::group).toList());
    double[] p = units.stream().mapToDouble(dispersion::p).toArray();
    double[] adjusted = FalseDiscoveries.adjusted(p);
    List<UnitDisparity> all =
        IntStream.range(0, p.length)
            .mapToObj(i -> {
              UnitShare unit = units.get(i);
              return new UnitDisparity(
                  unit,
                  between.shrunk(unit.group()),
                  p[i],
                  adjusted[i],
                  position(unit.gap(), adjusted[i] <= question.q()));
            })
            .toList();
    return new Disparity(question, dispersion, between, all, List.of(DisparityCaveat.values()));
  }

  private static void check(List<UnitShare> units) {
    if (units.size() > Limits.UNITS_MAX) {
      throw new IllegalArgumentException("units=" + units.size() + " limit=" + Limits.UNITS_MAX);
    }
    Set<String> names = new HashSet<>();
    for (UnitShare unit : units) {
      if (!names.add(unit.unit())) {
        throw new IllegalArgumentException("unit=" + unit.unit() + " limit=named once");
      }
    }
  }

  private static Position position(double gap, boolean isDiscovery) {
    return !isDiscovery ? Position.NOT_SHOWN : gap > 0 ? Position.OVER : Position.UNDER;
  }

  /// Those that somebody should look at, in the order given.
  public List<UnitDisparity> outliers() {
    return units.stream().filter(UnitDisparity::outlier).toList();
  }
}
