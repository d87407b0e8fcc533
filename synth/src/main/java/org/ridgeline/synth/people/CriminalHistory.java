package org.ridgeline.synth.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.people.Charge.Disposition;

/// Draws criminal histories with the holes and turns real ones have: half the charges without a
/// reported end, convictions for less than was charged, some vacated or expunged.
final class CriminalHistory {
  private static final List<String> AGENCIES =
      List.of("CA0990100", "CA0990000", "CA0990200", "CA0980100", "NV0970100");

  private CriminalHistory() {}

  /// Arrests in the order of time, at least one, all after the eighteenth birthday.
  static List<Arrest> draw(PersonName name, List<PersonName> aliases, LocalDate dob, Dice dice) {
    int count = 1 + dice.weighted(52, 21, 11, 7, 4, 3, 2);
    LocalDate first = dob.plusYears(18);
    long span = Math.max(1, ChronoUnit.DAYS.between(first, Today.DATE));
    List<Arrest> arrests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Squared, so that most arrests are of recent years.
      double back = dice.uniform();
      LocalDate date = Today.DATE.minusDays(1 + (long) (back * back * (span - 1)));
      PersonName used = !aliases.isEmpty() && dice.chance(0.4) ? dice.pick(aliases) : name;
      String ori = AGENCIES.get(dice.weighted(50, 20, 14, 11, 5));
      arrests.add(new Arrest(date, ori, used, charges(date, dice)));
    }
    arrests.sort(Comparator.comparing(Arrest::date));
    return arrests;
  }

  private static List<Charge> charges(LocalDate arrested, Dice dice) {
    int count = 1 + dice.weighted(64, 25, 8, 3);
    List<Charge> charges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      charges.add(charge(Offence.draw(dice), arrested, dice));
    }
    return charges;
  }

  private static Charge charge(Offence offence, LocalDate arrested, Dice dice) {
    LocalDate ended = arrested.plusDays(12 + dice.below(400));
    if (ended.isAfter(Today.DATE)) {
      return open(offence, Disposition.PENDING);
    }
    return switch (dice.weighted(38, 5, 16, 2, 5, 31, 1.5, 1.5)) {
      case 0 -> open(offence, Disposition.UNKNOWN);
      case 1 -> ended(offence, Disposition.NOT_FILED, ended);
      case 2 -> ended(offence, Disposition.DISMISSED, ended);
      case 3 -> ended(offence, Disposition.ACQUITTED, ended);
      case 4 -> ended(offence, Disposition.DIVERTED, ended);
      case 5 -> convicted(offence, ended, dice);
      case 6 -> ended(offence, Disposition.CONVICTION_VACATED, ended);
      default -> ended(offence, Disposition.EXPUNGED, ended);
    };
  }

  private static Charge open(Offence offence, Disposition disposition) {
    return new Charge(offence, disposition, Optional.empty(), Optional.empty(), 0);
  }

  private static Charge ended(Offence offence, Disposition disposition, LocalDate on) {
    return new Charge(offence, disposition, Optional.of(on), Optional.empty(), 0);
  }

  private static Charge convicted(Offence charged, LocalDate on, Dice dice) {
    Offence of = dice.chance(0.35) ? charged.lesser(dice) : charged;
    int days = of.felony() ? 120 + dice.below(1500) : dice.below(180);
    return new Charge(charged, Disposition.CONVICTED, Optional.of(on), Optional.of(of), days);
  }
}
