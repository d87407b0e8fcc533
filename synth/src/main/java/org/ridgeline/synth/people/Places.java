package org.ridgeline.synth.people;

import java.util.List;
import org.ridgeline.synth.Dice;

/// Places of birth in NCIC's two letters, and addresses in counties that are on no map.
final class Places {
  private static final List<String> STATES =
      List.of(
          "CA", "TX", "AZ", "NV", "OR", "WA", "NM", "CO", "UT", "IL", "NY", "FL", "GA", "OH", "MI",
          "PA", "MO", "LA", "OK", "KS", "NB", "IA", "MN", "WI", "IN", "TN", "AL", "MS", "NC", "VA");

  private static final List<String> COUNTRIES =
      List.of("MM", "GT", "HD", "CD", "JM", "HT", "DR", "CC", "II", "PI", "VM");

  private static final List<String> STREETS =
      List.of("ALDERGATE", "BRINDLE", "COPPERLY", "DUNMORE", "EASTWARD", "FERNHOLT", "GRANARY");

  private static final List<String> KINDS = List.of("ST", "AVE", "RD", "LN", "CT", "WAY");

  private static final List<String> TOWNS =
      List.of(
          "PORT ELLERY", "NEW CARROW", "SALT HOLLOW", "VINTON FORK", "LOWER TARN", "MESA QUELL");

  private Places() {}

  static String state(Dice dice) {
    return dice.chance(0.55) ? "CA" : dice.pick(STATES);
  }

  static String country(Dice dice) {
    return COUNTRIES.get(dice.weighted(40, 9, 7, 5, 5, 5, 5, 5, 7, 6, 6));
  }

  static String residence(Dice dice) {
    return (1 + dice.below(9899))
        + " "
        + dice.pick(STREETS)
        + " "
        + dice.pick(KINDS)
        + ", "
        + dice.pick(TOWNS);
  }
}
