package org.ridgeline.synth.people;

import static org.ridgeline.synth.people.ImmigrationFile.Status.CITIZEN_BY_PARENT;
import static org.ridgeline.synth.people.ImmigrationFile.Status.ENTERED_UNINSPECTED;
import static org.ridgeline.synth.people.ImmigrationFile.Status.NATURALISED;
import static org.ridgeline.synth.people.ImmigrationFile.Status.PERMANENT_RESIDENT;
import static org.ridgeline.synth.people.ImmigrationFile.Status.REMOVAL_ORDERED;
import static org.ridgeline.synth.people.ImmigrationFile.Status.REMOVED;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.people.ImmigrationFile.Encounter;
import org.ridgeline.synth.people.ImmigrationFile.Status;

/// Draws immigration files: most people lawfully present, some removed before, and citizens whose
/// files were never brought up to date.
final class FileDrawer {
  private static final Status[] STATUSES = Status.values();

  /// In the order of [Status]; the last two are recorded as they are.
  private static final double[] RECORDED = {9, 4, 6, 32, 5, 3, 3, 5, 6, 10, 4, 3, 5, 4, 1};

  private static final double NATURALISED_UNRECORDED = 0.16;
  private static final double BY_PARENT_UNRECORDED = 0.02;

  private FileDrawer() {}

  static ImmigrationFile draw(
      long seed, PersonName name, List<PersonName> aliases, LocalDate dob, Dice dice) {
    Status recorded = STATUSES[dice.weighted(RECORDED)];
    Status actual = recorded;
    if (recorded == PERMANENT_RESIDENT && dice.chance(NATURALISED_UNRECORDED)) {
      actual = NATURALISED;
    } else if (recorded != NATURALISED && dice.chance(BY_PARENT_UNRECORDED)) {
      actual = CITIZEN_BY_PARENT;
    }
    LocalDate first = dob.plusYears(14);
    long span = Math.max(400, ChronoUnit.DAYS.between(first, Today.DATE));
    LocalDate met = Today.DATE.minusDays(200 + dice.below((int) Math.min(span - 199, 9000)));
    List<LocalDate> removedOn = removals(recorded, met, dice);
    List<Encounter> encounters = encounters(name, aliases, recorded, met, dice);
    Optional<LocalDate> naturalisedOn =
        actual == NATURALISED ? Optional.of(between(met, Today.DATE, dice)) : Optional.empty();
    return new ImmigrationFile(
        Numbers.aNumber(seed),
        Numbers.fin(seed),
        recorded,
        actual,
        between(met, Today.DATE, dice),
        naturalisedOn,
        encounters,
        removedOn);
  }

  private static List<LocalDate> removals(Status recorded, LocalDate met, Dice dice) {
    List<LocalDate> days = new ArrayList<>();
    if (recorded == REMOVED || (recorded == ENTERED_UNINSPECTED && dice.chance(0.3))) {
      int count = 1 + dice.weighted(75, 20, 5);
      for (int i = 0; i < count; i++) {
        days.add(between(met, Today.DATE, dice));
      }
      days.sort(LocalDate::compareTo);
    }
    return days;
  }

  private static List<Encounter> encounters(
      PersonName name, List<PersonName> aliases, Status recorded, LocalDate met, Dice dice) {
    List<Encounter> encounters = new ArrayList<>();
    int count = 1 + dice.weighted(60, 25, 10, 5);
    LocalDate date = met;
    for (int i = 0; i < count; i++) {
      PersonName used = !aliases.isEmpty() && dice.chance(0.3) ? dice.pick(aliases) : name;
      encounters.add(new Encounter(date, kind(recorded, i), site(dice), used));
      date = between(date, Today.DATE, dice);
    }
    return encounters;
  }

  private static String kind(Status recorded, int index) {
    boolean border =
        recorded == ENTERED_UNINSPECTED || recorded == REMOVED || recorded == REMOVAL_ORDERED;
    if (border) {
      return index == 0 ? "BORDER ENCOUNTER" : "REMOVAL PROCEEDING";
    }
    return index == 0 ? "VISA OR ENTRY" : "BENEFIT APPLICATION";
  }

  private static String site(Dice dice) {
    return dice.pick(List.of("PORT OF ELLERY", "CARROW FIELD OFFICE", "QUELL CROSSING"));
  }

  private static LocalDate between(LocalDate from, LocalDate to, Dice dice) {
    int days = (int) Math.max(1, ChronoUnit.DAYS.between(from, to));
    return from.plusDays(dice.below(days));
  }
}
