package org.ridgeline.oversight.track;

import java.time.YearMonth;

/// A place in the counts: what, in which month, where, of whom.
/// - **Shape** `detail` a kind or band of the measure, empty where it has none; months in UTC
public record Cell(Measure measure, String detail, YearMonth month, Place place, Split split) {}
