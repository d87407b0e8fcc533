package org.ridgeline.codec.ebts;

import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.itl.ItlRecord;

/// Whether a field must, may or must not be in a record.
///
/// Written `M`, `O`, `X`, or with a condition on the same record: `M?999:X` is mandatory where
/// field 999 is present and forbidden elsewhere; `M?13=19:X` where 13 has the value 19; `M?!999:O`
/// where 999 is missing; values are separated by `/`.
sealed interface Use {
  /// Must be there.
  record Mandatory() implements Use {}

  /// May be there.
  record Allowed() implements Use {}

  /// Must not be there.
  record Forbidden() implements Use {}

  /// One or the other, by another field of the record.
  record When(int field, int last, boolean negated, List<String> values, Use then, Use otherwise)
      implements Use {
    public When {
      values = List.copyOf(values);
    }

    boolean holds(ItlRecord record) {
      boolean met =
          values.isEmpty()
              ? record.fields().stream().anyMatch(f -> f >= field && f <= last)
              : hasValue(record);
      return met != negated;
    }

    private boolean hasValue(ItlRecord record) {
      return record.values(field).stream().map(When::plain).anyMatch(values::contains);
    }

    /// "03" and "3" are one code.
    private static String plain(String value) {
      return value.matches("0+[0-9]+") ? value.replaceFirst("^0+(?=[0-9])", "") : value;
    }

    /// The condition in words, for a finding.
    String inWords(int type) {
      String tag = ItlRecord.tag(type, field);
      if (last > field) {
        tag += " to " + ItlRecord.tag(type, last);
      }
      if (values.isEmpty()) {
        return tag + (negated ? " is missing" : " is present");
      }
      return tag + (negated ? " is not " : " is ") + String.join(" or ", values);
    }
  }

  /// The use in one record, conditions decided.
  default Use in(ItlRecord record) {
    return this instanceof When when
        ? (when.holds(record) ? when.then() : when.otherwise()).in(record)
        : this;
  }

  /// Why the use in a record is what it is: the deciding condition in words, if there is one.
  default Optional<String> why(ItlRecord record) {
    return this instanceof When when
        ? Optional.of((when.holds(record) ? "where " : "unless ") + when.inWords(record.type()))
        : Optional.empty();
  }

  static Use parse(String text) {
    int question = text.indexOf('?');
    if (question < 0) {
      return switch (text) {
        case "M" -> new Mandatory();
        case "O" -> new Allowed();
        case "X" -> new Forbidden();
        default -> throw new IllegalArgumentException("use \"" + text + "\" expected=M O X");
      };
    }
    int colon = text.indexOf(':');
    String condition = text.substring(question + 1, colon);
    boolean negated = condition.startsWith("!");
    String[] sides = (negated ? condition.substring(1) : condition).split("=", 2);
    List<String> values = sides.length == 1 ? List.of() : List.of(sides[1].split("/"));
    String[] ends = sides[0].split("-");
    return new When(
        Integer.parseInt(ends[0]),
        Integer.parseInt(ends[ends.length - 1]),
        negated,
        values,
        parse(text.substring(0, question)),
        parse(text.substring(colon + 1)));
  }
}
