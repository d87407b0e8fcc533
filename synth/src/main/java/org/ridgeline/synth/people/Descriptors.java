package org.ridgeline.synth.people;

import java.util.List;
import java.util.Locale;
import org.ridgeline.synth.Dice;

/// How a person looks to a booking officer, in the codes of EBTS fields 2.025 to 2.032.
/// - **Unit** height in inches, weight in pounds
public record Descriptors(String rac, int heightInches, int weightPounds, String eye, String hai) {
  private static final List<String> RACES = List.of("W", "B", "A", "I", "U");
  private static final List<String> EYES = List.of("BRO", "BLU", "HAZ", "GRN", "GRY", "BLK");
  private static final List<String> HAIRS = List.of("BRO", "BLK", "BLN", "RED", "SDY");

  public Descriptors {
    if (heightInches < 48 || heightInches > 95) {
      throw new IllegalArgumentException("heightInches=" + heightInches + " limit=48..95");
    }
    if (weightPounds < 50 || weightPounds > 499) {
      throw new IllegalArgumentException("weightPounds=" + weightPounds + " limit=50..499");
    }
  }

  static Descriptors draw(Sex sex, int age, Dice dice) {
    boolean female = sex == Sex.FEMALE;
    String rac = RACES.get(dice.weighted(66, 24, 5, 2, 3));
    int height = (int) Math.round(dice.normal(female ? 64 : 69.3, 2.8, 2.8));
    double build = dice.normal(female ? 26.5 : 27, 4.2, 2.4);
    int weight = (int) Math.round(build * height * height / 703);
    String eye = EYES.get(dice.weighted(58, 17, 10, 8, 3, 4));
    String hai = HAIRS.get(dice.weighted(46, 36, 11, 4, 3));
    if (dice.chance((age - 45) / 60.0)) {
      hai = dice.chance(0.7) ? "GRY" : "WHI";
    } else if (!female && dice.chance(0.04)) {
      hai = "BAL";
    }
    return new Descriptors(rac, height, Math.clamp(weight, 90, 400), eye, hai);
  }

  /// The same person on another day, seen by another officer.
  public Descriptors seenAgain(Dice dice) {
    int height = Math.clamp(heightInches + dice.below(3) - 1, 48, 95);
    int weight = Math.clamp(weightPounds + (int) dice.normal(0, 9, 2), 50, 499);
    return new Descriptors(rac, height, weight, eye, hai);
  }

  /// Field 2.027: feet and two digits of inches, `510`.
  public String hgt() {
    return String.format(Locale.ROOT, "%d%02d", heightInches / 12, heightInches % 12);
  }

  /// Field 2.029: three digits of pounds, `180`.
  public String wgt() {
    return String.format(Locale.ROOT, "%03d", weightPounds);
  }
}
