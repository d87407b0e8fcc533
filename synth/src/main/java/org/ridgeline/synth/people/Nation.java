package org.ridgeline.synth.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.FingerPosition;

/// Everybody in a fictional nation, each to be had by number without making the others.
public final class Nation {
  /// The day the people are described on; histories end before it.
  public static final LocalDate TODAY = Today.DATE;

  private static final int WHO = 41;
  private static final int HISTORY = 42;
  private static final int FILE = 43;
  private static final int KNOWN = 44;
  private static final int FINGERS = 45;
  private static final double AMPUTEE_SHARE = 0.006;

  private Nation() {}

  /// The person of a number, as met in a county jail: most are known to nobody or to the criminal
  /// repository, some to the immigration repository, a few to both.
  public static FictionalPerson person(long seed, long number) {
    int known = Dice.of(seed, KNOWN, number).weighted(46, 38, 8, 8);
    return person(seed, number, Known.values()[known]);
  }

  /// The person of a number, known to the given repositories. Name, looks and fingers of a number
  /// do not depend on what is known.
  public static FictionalPerson person(long seed, long number, Known known) {
    Dice dice = Dice.of(seed, WHO, number);
    long fingerSeed = Dice.hash(seed, FINGERS, number);
    Sex sex = dice.chance(0.24) ? Sex.FEMALE : Sex.MALE;
    Tongue tongue = Tongue.draw(dice);
    PersonName name = name(tongue, sex, dice);
    List<PersonName> aliases = aliases(name, tongue, sex, dice);
    int age = 18 + (int) Math.min(60, Math.abs(dice.normal(0, 17, 3.5)) + dice.between(0, 6));
    LocalDate dob = TODAY.minusYears(age).minusDays(dice.below(365));
    Descriptors descriptors = Descriptors.draw(sex, age, dice);
    String residence = Places.residence(dice);
    Set<FingerPosition> amputated = amputated(dice);
    boolean abroad = dice.chance(known.immigration() ? 0.93 : 0.10);
    String pob = abroad ? Places.country(dice) : Places.state(dice);
    List<Arrest> arrests =
        known.criminal()
            ? CriminalHistory.draw(name, aliases, dob, Dice.of(seed, HISTORY, number))
            : List.of();
    Optional<ImmigrationFile> file =
        known.immigration()
            ? Optional.of(FileDrawer.draw(fingerSeed, name, aliases, dob, file(seed, number)))
            : Optional.empty();
    return new FictionalPerson(
        number,
        fingerSeed,
        sex,
        name,
        aliases,
        dob,
        descriptors,
        pob,
        citizenship(abroad, pob, file, dice),
        residence,
        amputated,
        arrests,
        file);
  }

  private static Dice file(long seed, long number) {
    return Dice.of(seed, FILE, number);
  }

  private static PersonName name(Tongue tongue, Sex sex, Dice dice) {
    String surname = tongue.surname(dice);
    String given = tongue.given(sex, dice);
    String middle = dice.chance(0.6) ? tongue.given(sex, dice) : "";
    return new PersonName(surname, given, middle);
  }

  private static List<PersonName> aliases(PersonName name, Tongue tongue, Sex sex, Dice dice) {
    List<PersonName> aliases = new ArrayList<>();
    int count = dice.weighted(70, 18, 8, 4);
    for (int i = 0; i < count; i++) {
      aliases.add(
          switch (dice.weighted(35, 25, 40)) {
            case 0 -> name.withSurname(tongue.surname(dice));
            case 1 -> new PersonName(name.surname(), tongue.given(sex, dice), "");
            default -> name(Tongue.draw(dice), sex, dice);
          });
    }
    return aliases;
  }

  private static Set<FingerPosition> amputated(Dice dice) {
    Set<FingerPosition> gone = EnumSet.noneOf(FingerPosition.class);
    if (dice.chance(AMPUTEE_SHARE)) {
      int count = 1 + dice.weighted(80, 15, 5);
      for (int i = 0; i < count; i++) {
        gone.add(dice.pick(List.of(FingerPosition.values())));
      }
    }
    return gone;
  }

  private static String citizenship(
      boolean abroad, String pob, Optional<ImmigrationFile> file, Dice dice) {
    boolean citizen =
        file.map(f ->
                f.actual() == ImmigrationFile.Status.NATURALISED
                    || f.actual() == ImmigrationFile.Status.CITIZEN_BY_PARENT)
            .orElse(!abroad || dice.chance(0.6));
    return citizen || !abroad ? "US" : pob;
  }
}
