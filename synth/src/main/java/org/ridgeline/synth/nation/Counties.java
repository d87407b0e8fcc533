package org.ridgeline.synth.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ridgeline.synth.Dice;

/// The fictional counties of a seed: as many in each state as there are, or an even part of them.
final class Counties {
  /// How many there are in the fifty states and the District of Columbia.
  static final int ALL = Curve.ALL;

  private static final int COUNTY = 61;
  private static final int ORDER = 62;

  /// FIPS code, postal code, counties.
  private static final String STATES =
      """
      01AL67 02AK29 04AZ15 05AR75 06CA58 08CO64 09CT8 10DE3 11DC1 12FL67 13GA159 15HI5 16ID44
      17IL102 18IN92 19IA99 20KS105 21KY120 22LA64 23ME16 24MD24 25MA14 26MI83 27MN87 28MS82
      29MO115 30MT56 31NE93 32NV17 33NH10 34NJ21 35NM33 36NY62 37NC100 38ND53 39OH88 40OK77
      41OR36 42PA67 44RI5 45SC46 46SD66 47TN95 48TX254 49UT29 50VT14 51VA134 53WA39 54WV55
      55WI72 56WY23
      """;

  private static final List<String> BEGINNINGS =
      List.of(
          "Carr", "Ell", "Quell", "Tarn", "Vint", "Hall", "Mer", "Strand", "Bram", "Corr", "Dunn",
          "Fenn", "Garr", "Holm", "Ister", "Kell", "Lorn", "Marr", "Nesh", "Orr", "Pell", "Rusk",
          "Sarn", "Thorn", "Umber", "Wend", "Yarr", "Zell", "Brack", "Crow", "Drift");

  private static final List<String> ENDS =
      List.of(
          "ow", "ery", "mere", "ford", "wick", "holt", "ley", "ridge", "vale", "stead", "combe",
          "brook", "gate", "marsh", "fell", "water", "moor");

  /// Steps through the names of a state that meet none twice: a prime that divides neither list.
  private static final int STEP = 101;

  private Counties() {}

  /// In the order in which they take part.
  static List<County> of(long seed, int all) {
    List<Ranked> ranked = new ArrayList<>();
    for (String state : STATES.strip().split("\\s+")) {
      int real = Integer.parseInt(state.substring(4));
      int count = (int) Math.max(1, Math.round(real * (double) all / ALL));
      for (int i = 0; i < count; i++) {
        ranked.add(county(seed, state, i));
      }
    }
    ranked.sort(Comparator.comparingDouble(Ranked::rank));
    List<County> counties = new ArrayList<>();
    int month = 0;
    for (Ranked one : ranked) {
      while (counties.size() >= Curve.active(month, ranked.size())) {
        month++;
      }
      LocalDate day = Curve.FIRST.plusMonths(month).atDay(1);
      counties.add(one.county().activeFrom(day));
    }
    return List.copyOf(counties);
  }

  private record Ranked(County county, double rank) {}

  /// The larger ones came earlier, not all of them. Codes are counted down from 999.
  private static Ranked county(long seed, String state, int index) {
    String number = state.substring(0, 2);
    Dice dice = Dice.of(seed, COUNTY, Long.parseLong(number), index);
    double size = dice.normal(0, 1.4, 3);
    String fips = number + String.format(Locale.ROOT, "%03d", 999 - index);
    int names = BEGINNINGS.size() * ENDS.size();
    int name = (int) Math.floorMod(Dice.hash(seed, ORDER, Long.parseLong(number)), (long) names);
    name = (name + index * STEP) % names;
    String called =
        BEGINNINGS.get(name / ENDS.size()) + ENDS.get(name % ENDS.size()) + " (fictional)";
    County county =
        new County(
            fips,
            called,
            state.substring(2, 4),
            StrictMath.exp(size),
            Curve.FIRST.atDay(1),
            1 + (int) Math.max(0, Math.floor(size)));
    return new Ranked(county, -0.6 * size + dice.normal());
  }
}
