package org.ridgeline.oversight.sealed;

import java.util.Optional;

/// Persons of one sex, age band or race as reported.
public record Group(Field field, String value) {
  /// What persons are grouped by.
  public enum Field {
    SEX,
    AGE,
    RACE
  }

  /// A group by its name, such as `SEX=FEMALE`, `AGE=18-24`, `RACE=B`.
  /// - **Error** none of that name: IllegalArgumentException
  public static Group of(String name) {
    int at = name.indexOf('=');
    for (Field field : Field.values()) {
      if (at > 0 && field.name().equals(name.substring(0, at)) && at + 1 < name.length()) {
        return new Group(field, name.substring(at + 1));
      }
    }
    throw new IllegalArgumentException(
        "group=" + name + " limit=SEX=FEMALE, SEX=MALE, AGE=band or RACE=code");
  }

  /// Whether somebody belongs to it; nothing where it is not known.
  public Optional<Boolean> has(Demographics one) {
    return known(one).map(value::equals);
  }

  private Optional<String> known(Demographics one) {
    return switch (field) {
      case SEX -> Optional.of(one.sex()).filter(sex -> sex != Sex.UNKNOWN).map(Sex::name);
      case AGE -> Optional.of(one.age()).filter(age -> age != AgeBand.UNKNOWN).map(AgeBand::label);
      // U is how a booking reports that it is not known.
      case RACE -> one.race().filter(race -> !race.equals("U"));
    };
  }

  @Override
  public String toString() {
    return field + "=" + value;
  }
}
