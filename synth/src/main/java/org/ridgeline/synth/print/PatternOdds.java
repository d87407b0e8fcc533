package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.FingerPosition;

/// Draws pattern classes as people have them: by finger, and alike between a person's fingers.
///
/// Each finger's own frequencies hold exactly; a shared normal draw per person, and one per pair of
/// like fingers, moves all along the one scale from arch to whorl (a Gaussian copula).
/// - **Source** frequencies rounded from published fingerprint-class counts: loops 65 %, whorls
///   with double loops 28 %, plain and tented arches 6 % over ten fingers, radial loops on index
///   fingers
final class PatternOdds {
  /// Of 1000 thumbs, index, middle, ring and little fingers: plain arch, tented arch, radial loop,
  /// ulnar loop, double loop, whorl.
  private static final int[][] PER_MILLE = {
    {30, 10, 5, 545, 120, 290},
    {60, 65, 190, 340, 55, 290},
    {60, 35, 20, 710, 30, 145},
    {20, 10, 10, 585, 25, 350},
    {10, 10, 5, 850, 15, 110},
  };

  private static final double PERSON_SHARE = 0.45;
  private static final double PAIR_SHARE = 0.25;
  private static final int PERSON = 1;
  private static final int PAIR = 2;

  private PatternOdds() {}

  /// The pattern of one finger of the person `seed`.
  static PatternClass draw(long seed, FingerPosition position) {
    int digit = (position.fgp() - 1) % 5;
    double shared = Dice.of(seed, PERSON).normal();
    double pair = Dice.of(seed, PAIR, digit).normal();
    double own = Dice.of(seed, PAIR, 100 + position.fgp()).normal();
    double z =
        Math.sqrt(PERSON_SHARE) * shared
            + Math.sqrt(PAIR_SHARE) * pair
            + Math.sqrt(1 - PERSON_SHARE - PAIR_SHARE) * own;
    int left = (int) (1000 * normalCdf(z));
    int choice = 0;
    while (choice < 5 && left >= PER_MILLE[digit][choice]) {
      left -= PER_MILLE[digit][choice];
      choice++;
    }
    boolean rightHand = position.fgp() <= 5;
    return switch (choice) {
      case 0 -> PatternClass.ARCH;
      case 1 -> PatternClass.TENTED_ARCH;
      case 2 -> rightHand ? PatternClass.LEFT_LOOP : PatternClass.RIGHT_LOOP;
      case 3 -> rightHand ? PatternClass.RIGHT_LOOP : PatternClass.LEFT_LOOP;
      case 4 -> PatternClass.DOUBLE_LOOP;
      default -> PatternClass.WHORL;
    };
  }

  /// Abramowitz and Stegun 7.1.26, error below 1.5e-7.
  private static double normalCdf(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double poly =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double erf = 1 - poly * StrictMath.exp(-x * x);
    return z < 0 ? 0.5 * (1 - erf) : 0.5 * (1 + erf);
  }
}
