package org.ridgeline.casework.custody;

import java.time.Instant;
import java.util.UUID;

/// An alarm that was raised; it stays on record when what it warned of is over.
public record RaisedAlarm(
    UUID caseId, AlarmKind kind, String about, Instant dueAt, Instant raisedAt) {}
