package org.ridgeline.app;

import org.ridgeline.exchange.identify.PrintComparison;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.rank.FullComparison;
import org.ridgeline.vocabulary.Template;

/// Compares a booking's prints with each other by their minutiae: 70 µs a pair, and there are
/// dozens.
final class FullPrintComparison implements PrintComparison {
  private final Calibration calibration = Calibration.load();

  @Override
  public Compared of(Template print) {
    var matcher = FullComparison.matcher(PackedMinutiae.pack(print));
    return other -> {
      int[] packed = PackedMinutiae.pack(other);
      var template = FullComparison.template(packed, packed.length);
      return FullComparison.centibits(calibration, matcher, template);
    };
  }
}
