package org.ridgeline.console.oversight;

import java.util.Locale;
import org.ridgeline.console.workbench.ConflictPage;
import org.ridgeline.estimate.share.Share;

/// A share with its counts; with percent, or exact 95 % bounds where it is an estimate.
record ShareView(String counts, String percent) {
  static ShareView of(int part, int whole) {
    String percent = whole == 0 ? "–" : oneDigit(100.0 * part / whole) + " %";
    return new ShareView(part + " of " + whole, percent);
  }

  static ShareView of(Share share) {
    return share.of() == 0
        ? new ShareView("–", "no such pair yet")
        : new ShareView(share.count() + " of " + share.of(), ConflictPage.Rate.bounds(share));
  }

  static String oneDigit(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
