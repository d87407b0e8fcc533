package org.ridgeline.exchange.completeness;

import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.TaggedRecord;

/// A field of a booking whose absence is counted, whether or not a booking without it is taken: the
/// ones without which a person is taken for another, a charge is not known, or an error by sensor
/// cannot be seen.
/// - **Source** EBTS 10, Type-2
public enum WatchedField {
  NAME(18, "name", Set.of()),
  PLACE_OF_BIRTH(20, "place of birth", Set.of("XX", "YY")),
  CITIZENSHIP(21, "citizenship", Set.of("XX", "YY")),
  DATE_OF_BIRTH(22, "date of birth", Set.of("00000000")),
  SEX(24, "sex", Set.of("U", "X")),
  RACE(25, "race", Set.of("U")),
  DATE_OF_ARREST(45, "date of arrest", Set.of("00000000")),
  CHARGES(47, "arrest charges", Set.of()),
  CAPTURE_DEVICE(67, "capture device", Set.of());

  private static final int TYPE_TWO = 2;

  private final int field;
  private final String words;
  private final Set<String> unknown;

  WatchedField(int field, String words, Set<String> unknown) {
    this.field = field;
    this.words = words;
    this.unknown = unknown;
  }

  /// Its number, as findings have it: "2.018".
  public String tag() {
    return "%d.%03d".formatted(TYPE_TWO, field);
  }

  public String words() {
    return words;
  }

  /// What stands in it.
  Optional<String> value(TaggedRecord two) {
    return two.value(field);
  }

  /// Whether a record lacks it: it is empty, or holds nothing but codes that say "unknown". Charges
  /// are words: a date of offence alone is none.
  boolean isMissing(TaggedRecord two) {
    return two.subfields(field).stream()
        .flatMap(items -> items.stream().skip(this == CHARGES ? 1 : 0))
        .map(String::strip)
        .allMatch(value -> value.isEmpty() || unknown.contains(value));
  }
}
