package org.ridgeline.console.oversight;

import java.util.Locale;
import org.ridgeline.casework.verification.ExactInterval;
import org.ridgeline.console.workbench.ConflictPage;

/// A share with its counts; with percent, or exact 95 % bounds where it is an estimate.
record Share(String counts, String percent) {
  static Share of(int part, int whole) {
    String percent = whole == 0 ? "–" : oneDigit(100.0 * part / whole) + " %";
    return new Share(part + " of " + whole, percent);
  }

  static Share of(ExactInterval interval) {
    return interval.of() == 0
        ? new Share("–", "no such pair yet")
        : new Share(interval.count() + " of " + interval.of(), ConflictPage.Rate.bounds(interval));
  }

  static String oneDigit(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
