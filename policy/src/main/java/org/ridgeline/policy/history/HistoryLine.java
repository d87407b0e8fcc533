package org.ridgeline.policy.history;

import java.time.LocalDate;
import java.util.Optional;

/// A line of text as the criminal repository keeps it.
/// - **Shape** `kind` `ARRESTED`, `COURT`, or others that are no arrests
public record HistoryLine(String kind, Optional<LocalDate> occurredOn, String text) {}
