package org.ridgeline.codec.ebts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// Forms of value that are more than an alphabet and a size.
enum Form {
  /// CCYYMMDD, a day of the calendar.
  DATE("a date CCYYMMDD"),
  /// A date, or 00000000 where it is not known.
  DATE0("a date CCYYMMDD, or 00000000 where unknown"),
  /// A date, or a date and its time in UTC.
  DATETIME("a date CCYYMMDD, or a time CCYYMMDDHHMMSSZ in UTC"),
  /// CCYYMMDDHHMMSSZ.
  GMT("a time CCYYMMDDHHMMSSZ in UTC"),
  /// "19.69".
  PPMM("pixels per mm as dd.dd"),
  /// A decimal number.
  REAL("a decimal number");

  private final String expected;

  Form(String expected) {
    this.expected = expected;
  }

  String expected() {
    return expected;
  }

  boolean matches(String value) {
    return switch (this) {
      case DATE -> date(value).isPresent();
      case DATE0 -> value.equals("00000000") || date(value).isPresent();
      case DATETIME -> date(value).isPresent() || isDateAndTime(value);
      case GMT -> isDateAndTime(value);
      case PPMM -> value.matches("[0-9]{2}\\.[0-9]{2}");
      case REAL -> value.matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,15})?");
    };
  }

  /// The day a CCYYMMDD names; empty for anything else.
  static Optional<LocalDate> date(String value) {
    if (!value.matches("[0-9]{8}") || value.startsWith("0000")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(value.substring(0, 4)),
              Integer.parseInt(value.substring(4, 6)),
              Integer.parseInt(value.substring(6))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isDateAndTime(String value) {
    return value.matches("[0-9]{14}Z")
        && date(value.substring(0, 8)).isPresent()
        && isTime(value.substring(8, 14));
  }

  private static boolean isTime(String value) {
    int hours = Integer.parseInt(value.substring(0, 2));
    int minutes = Integer.parseInt(value.substring(2, 4));
    int seconds = Integer.parseInt(value.substring(4));
    return hours <= LocalTime.MAX.getHour() && minutes < 60 && seconds < 60;
  }
}
