package org.ridgeline.synth.people;

/// A name as EBTS writes it, upper case ASCII letters.
/// - **Limit** parts of letters, hyphens and apostrophes; middle may be empty
/// - **Error** other characters: IllegalArgumentException
public record PersonName(String surname, String given, String middle) {
  public PersonName {
    check("surname", surname, 1);
    check("given", given, 1);
    check("middle", middle, 0);
  }

  /// Field 2.018 or 2.019: `SURNAME,GIVEN MIDDLE`, at most 30 characters as EBTS 9.1 has it.
  public String nam() {
    String full = surname + "," + given + (middle.isEmpty() ? "" : " " + middle);
    return full.length() <= 30 ? full : full.substring(0, 30).stripTrailing();
  }

  /// The same person under another surname.
  public PersonName withSurname(String other) {
    return new PersonName(other, given, middle);
  }

  private static void check(String part, String value, int minimum) {
    if (value.length() < minimum || !value.matches("[A-Z'-]*")) {
      throw new IllegalArgumentException(part + "=" + value + " limit=A-Z, hyphen, apostrophe");
    }
  }
}
