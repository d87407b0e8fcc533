package org.ridgeline.app;

import org.ridgeline.exchange.identify.PrintComparison;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.refine.MinutiaeComparison;
import org.ridgeline.search.refine.ReadyMinutiae;
import org.ridgeline.vocabulary.Template;

/// Compares a booking's prints with each other by their minutiae: 0.2 ms a pair, and there are
/// dozens.
public final class FullPrintComparison implements PrintComparison {
  private final Calibration calibration = Calibration.load();

  @Override
  public Compared of(Template print) {
    ReadyMinutiae ready = ReadyMinutiae.of(PackedMinutiae.pack(print));
    MinutiaeComparison comparison = new MinutiaeComparison();
    return other -> {
      int[] packed = PackedMinutiae.pack(other);
      return calibration.full().at(comparison.compare(ready, packed, packed.length));
    };
  }
}
