package org.ridgeline.synth.people;

import java.util.Locale;
import org.ridgeline.synth.Dice;

/// Identifying numbers in the shapes their issuers use; none is anybody's.
final class Numbers {
  private static final String LETTERS = "ABCDEFHJKLMNPRTVWX";

  private Numbers() {}

  static String fbi(long seed) {
    Dice dice = Dice.of(seed, 31);
    String digits = String.format(Locale.ROOT, "%06d", dice.below(1_000_000));
    return digits + letter(dice) + letter(dice) + dice.below(10);
  }

  static String sid(long seed) {
    return String.format(Locale.ROOT, "CA%08d", Dice.of(seed, 32).below(100_000_000));
  }

  static String aNumber(long seed) {
    return String.format(Locale.ROOT, "A%09d", Dice.of(seed, 33).below(300_000_000));
  }

  static String fin(long seed) {
    return String.format(Locale.ROOT, "%010d", Dice.of(seed, 34).bits() >>> 31);
  }

  private static char letter(Dice dice) {
    return LETTERS.charAt(dice.below(LETTERS.length()));
  }
}
