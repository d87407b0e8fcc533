package org.ridgeline.synth.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.synth.people.Charge.Disposition;
import org.ridgeline.vocabulary.FingerPosition;

class NationTest {
  private static final List<FictionalPerson> PEOPLE =
      LongStream.range(0, 3000).mapToObj(number -> Nation.person(1, number)).toList();

  @Test
  void namesHoldLettersOnly() {
    for (FictionalPerson person : PEOPLE) {
      assertThat(person.name().nam())
          .matches("[A-Z'-]+,[A-Z'-]+( [A-Z'-]+)?")
          .hasSizeBetween(3, 30);
      for (PersonName alias : person.aliases()) {
        assertThat(alias.nam()).matches("[A-Z'-]+,[A-Z'-]+( [A-Z'-]+)?").hasSizeBetween(3, 30);
      }
    }
  }

  @Test
  void namesAreMany() {
    Set<String> names = new HashSet<>();
    PEOPLE.forEach(person -> names.add(person.name().nam()));
    assertThat(names).hasSizeGreaterThan(2900);
  }

  @Test
  void fieldsHaveTheFormsOfEbts() {
    for (FictionalPerson person : PEOPLE) {
      var fields = person.fields2();
      assertThat(fields.get(20)).matches("[A-Z]{2}");
      assertThat(fields.get(21)).matches("[A-Z]{2}");
      assertThat(fields.get(22)).matches("(19|20)\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])");
      assertThat(fields.get(24)).matches("[FM]");
      assertThat(fields.get(25)).matches("[ABIUW]");
      assertThat(fields.get(27)).matches("[4-7](0\\d|1[01])");
      assertThat(fields.get(29)).matches("\\d{3}");
      assertThat(fields.get(31)).isIn("BLK", "BLU", "BRO", "GRY", "GRN", "HAZ");
      assertThat(fields.get(32)).isIn("BAL", "BLK", "BLN", "BRO", "GRY", "RED", "SDY", "WHI");
      assertThat(person.fbi().orElse("000000AA0")).matches("\\d{6}[A-Z]{2}\\d");
    }
  }

  @Test
  void isAlwaysTheSamePerson() {
    assertThat(Nation.person(5, 77)).isEqualTo(Nation.person(5, 77));
    assertThat(Nation.person(5, 77)).isNotEqualTo(Nation.person(6, 77));
  }

  @Test
  void staysThemselvesWhoeverKnowsThem() {
    for (int number = 0; number < 300; number++) {
      FictionalPerson unknown = Nation.person(2, number, Known.NEITHER);
      FictionalPerson known = Nation.person(2, number, Known.BOTH);
      assertThat(known.name()).isEqualTo(unknown.name());
      assertThat(known.dob()).isEqualTo(unknown.dob());
      assertThat(known.fingerSeed()).isEqualTo(unknown.fingerSeed());
      assertThat(known.amputated()).isEqualTo(unknown.amputated());
      assertThat(unknown.arrests()).isEmpty();
      assertThat(unknown.immigration()).isEmpty();
      assertThat(known.arrests()).isNotEmpty();
      assertThat(known.immigration()).isPresent();
    }
  }

  @Test
  void chargesEndInEveryWay() {
    Set<Disposition> seen = EnumSet.noneOf(Disposition.class);
    int lesser = 0;
    for (FictionalPerson person : PEOPLE) {
      for (Arrest arrest : person.arrests()) {
        assertThat(arrest.date()).isBefore(Nation.TODAY).isAfter(person.dob().plusYears(17));
        for (Charge charge : arrest.charges()) {
          seen.add(charge.disposition());
          lesser +=
              charge.convictedOf().filter(of -> !of.equals(charge.offence())).isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Disposition.values());
    assertThat(lesser).isPositive();
  }

  @Test
  void filesMissSomeCitizens() {
    long files = 0;
    long wrong = 0;
    Set<ImmigrationFile.Status> seen = EnumSet.noneOf(ImmigrationFile.Status.class);
    for (FictionalPerson person : PEOPLE) {
      if (person.immigration().isPresent()) {
        files++;
        wrong += person.immigration().get().isCitizenUnrecorded() ? 1 : 0;
        seen.add(person.immigration().get().recorded());
      }
    }
    assertThat((double) wrong / files).isBetween(0.02, 0.15);
    assertThat(seen).containsExactlyInAnyOrder(ImmigrationFile.Status.values());
  }

  @Test
  void hasNoPrintOfALostFinger() {
    FictionalPerson person =
        PEOPLE.stream().filter(p -> !p.amputated().isEmpty()).findFirst().orElseThrow();
    FingerPosition lost = person.amputated().iterator().next();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> person.finger(lost))
        .withMessageContaining("amputated");
  }

  @Test
  void refusesNamesWithDigits() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("R2", "D", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("", "D", ""));
  }
}
