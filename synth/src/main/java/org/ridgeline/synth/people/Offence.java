package org.ridgeline.synth.people;

import java.util.List;
import org.ridgeline.synth.Dice;

/// An offence as rap sheets name it, with a code of an NCIC-like family and its grade.
/// - **Unit** `code` four digits, the first two the family
public record Offence(String code, String literal, boolean felony) {
  private static final List<Offence> ALL =
      List.of(
          new Offence("5404", "DRIVING UNDER INFLUENCE OF LIQUOR", false),
          new Offence("5499", "DRIVING ON SUSPENDED LICENSE", false),
          new Offence("4104", "OPEN CONTAINER OF ALCOHOL IN PUBLIC", false),
          new Offence("5311", "DISORDERLY CONDUCT", false),
          new Offence("5707", "TRESPASSING", false),
          new Offence("2303", "SHOPLIFTING", false),
          new Offence("2399", "PETIT LARCENY", false),
          new Offence("1313", "SIMPLE ASSAULT", false),
          new Offence("3562", "POSSESSION OF MARIJUANA", false),
          new Offence("4801", "RESISTING AN OFFICER", false),
          new Offence("5015", "FAILURE TO APPEAR", false),
          new Offence("2902", "DAMAGE TO PRIVATE PROPERTY", false),
          new Offence("3532", "POSSESSION OF COCAINE", true),
          new Offence("3530", "SELLING COCAINE", true),
          new Offence("2202", "BURGLARY OF A RESIDENCE", true),
          new Offence("2404", "VEHICLE THEFT", true),
          new Offence("2501", "FORGERY OF CHECKS", true),
          new Offence("2605", "FRAUDULENT USE OF CREDIT CARD", true),
          new Offence("1315", "AGGRAVATED ASSAULT WITH WEAPON", true),
          new Offence("1201", "ROBBERY OF BUSINESS WITH GUN", true),
          new Offence("5203", "CARRYING CONCEALED WEAPON", true),
          new Offence("2005", "ARSON OF A BUILDING", true),
          new Offence("1102", "SEXUAL ASSAULT", true),
          new Offence("0912", "HOMICIDE WITH A WEAPON", true));

  private static final double[] WEIGHTS = {
    14, 11, 5, 8, 5, 7, 6, 9, 6, 4, 7, 3, 5, 3, 4, 3, 1.5, 1.5, 3.5, 1.5, 2, 0.4, 0.5, 0.2
  };

  /// An offence as often as bookings have it.
  public static Offence draw(Dice dice) {
    return ALL.get(dice.weighted(WEIGHTS));
  }

  /// Something less than this one, that a court might settle on.
  Offence lesser(Dice dice) {
    return felony ? ALL.get(5 + dice.below(5)) : ALL.get(3);
  }
}
