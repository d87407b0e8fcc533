package org.ridgeline.synth.people;

import java.time.LocalDate;

/// The day the people are described on.
final class Today {
  static final LocalDate DATE = LocalDate.of(2010, 1, 4);

  private Today() {}
}
