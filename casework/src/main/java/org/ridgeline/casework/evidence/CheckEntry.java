package org.ridgeline.casework.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.ridgeline.casework.desk.Field;

/// One run of a citizenship check. Runs are added; the newest of a kind counts, and a positive one
/// counts for good.
/// - **Shape** `source`: what was asked; `sourceDate`: the date its answer bears; `by`, `at`: who
///   ran it, when
public record CheckEntry(
    CitizenshipCheck kind,
    CheckResult result,
    String source,
    LocalDate sourceDate,
    String by,
    Instant at) {
  public CheckEntry {
    source = Limits.line(Field.SOURCE, source);
    if (result instanceof CheckResult.NotRun) {
      throw new IllegalArgumentException("result=NOT_RUN is the absence of an entry");
    }
  }
}
