package org.ridgeline.cli;

import java.util.Optional;
import org.ridgeline.exchange.jurisdiction.Readiness;

/// An item of the checklist; empty where it is open.
record ReadinessLine(String item, String says, boolean done, String by, String at, String remark) {
  static ReadinessLine of(Readiness.Item item) {
    Optional<Readiness.Tick> tick = item.tick();
    return new ReadinessLine(
        item.key(),
        item.says(),
        tick.isPresent(),
        tick.map(Readiness.Tick::by).orElse(""),
        tick.map(t -> t.at().toString()).orElse(""),
        tick.map(Readiness.Tick::remark).orElse(""));
  }

  String words() {
    return (done ? "[x] " : "[ ] ")
        + item
        + ": "
        + says
        + (done ? " (" + by + ", " + at + ": " + remark + ")" : "");
  }
}
