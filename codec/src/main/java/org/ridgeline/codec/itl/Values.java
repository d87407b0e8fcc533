package org.ridgeline.codec.itl;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads fields as what they stand for; what cannot be read as such is empty, never wrong.
final class Values {
  private static final double CM_PER_INCH = 2.54;
  private static final double MM_PER_INCH = 25.4;
  private static final int PPI_MAX = 10_000;

  /// Two scales closer than a fiftieth are one.
  private static final int SCALE_TOLERANCE = 50;

  private Values() {}

  static String text(ItlRecord record, int field) {
    return record.value(field).orElse("");
  }

  static OptionalInt number(ItlRecord record, int field) {
    return number(text(record, field));
  }

  static OptionalInt number(String text) {
    int number = Digits.number(text);
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  static int numberOr(ItlRecord record, int field, int otherwise) {
    return number(record, field).orElse(otherwise);
  }

  static List<Integer> numbers(ItlRecord record, int field) {
    return record.values(field).stream().map(Digits::number).filter(number -> number >= 0).toList();
  }

  /// The information item at an index, "" where there are fewer.
  static String item(List<String> items, int index) {
    return index < items.size() ? items.get(index) : "";
  }

  /// Pixels per inch of SLC (1 per inch, 2 per cm), THPS and TVPS; 0 where there is no scale, or
  /// one across and another down.
  static int resolutionPpi(ItlRecord record) {
    int thps = numberOr(record, 9, 0);
    int tvps = numberOr(record, 10, thps);
    if (Math.abs(thps - tvps) * SCALE_TOLERANCE > thps) {
      return 0;
    }
    int ppi =
        switch (numberOr(record, 8, 0)) {
          case 1 -> thps;
          case 2 -> (int) Math.round(thps * CM_PER_INCH);
          default -> 0;
        };
    return ppi > 0 && ppi <= PPI_MAX ? ppi : 0;
  }

  /// Pixels per inch of "dd.dd" per mm; 0 where it is none.
  static int ofPixelsPerMm(Optional<String> value) {
    if (value.isEmpty() || !value.get().matches("[0-9]{1,3}(\\.[0-9]{1,4})?")) {
      return 0;
    }
    int ppi = (int) Math.round(Double.parseDouble(value.get()) * MM_PER_INCH);
    return ppi > 0 && ppi <= PPI_MAX ? ppi : 0;
  }

  static Optional<Cga> cga(ItlRecord record, int field) {
    return record.value(field).flatMap(Cga::ofLabel);
  }
}
