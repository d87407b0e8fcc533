package org.ridgeline.casework.custody;

import java.time.LocalDate;
import java.util.Set;

/// How long after a person may go somebody may lawfully still be kept, as configured.
/// - **Shape** `state` two letters, `**` for every state without a limit of its own; `source` who
///   says so; `verified` whether somebody has checked it
/// - **Unit** `hours` of days that count - **Limit** 0..[Limits#HOLD_HOURS_MAX]
public record HoldLimit(
    String state,
    int version,
    LocalDate from,
    int hours,
    Days days,
    String source,
    boolean verified) {
  /// Stands for every state without a limit of its own.
  public static final String ANY_STATE = "**";

  /// Which days do not count. A holiday that nobody entered counts: the limit comes sooner, not
  /// later.
  public record Days(boolean withoutWeekends, boolean withoutHolidays, Set<LocalDate> holidays) {
    public Days {
      holidays = Set.copyOf(holidays);
    }
  }

  public HoldLimit {
    if (hours < 0 || hours > Limits.HOLD_HOURS_MAX) {
      throw new IllegalArgumentException("hours=" + hours + " limit=0.." + Limits.HOLD_HOURS_MAX);
    }
    if (!state.matches("[A-Z]{2}|[*]{2}") || version < 1 || source.isBlank()) {
      throw new IllegalArgumentException(
          "state=\"" + state + "\" version=" + version + " source=\"" + source + "\"");
    }
  }
}
