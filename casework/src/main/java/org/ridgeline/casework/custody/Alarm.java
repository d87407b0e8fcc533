package org.ridgeline.casework.custody;

import java.time.Instant;

/// An alarm of one custody, raised once or still to come.
/// - **Shape** `about` the report it rests on and how long before; `dueAt` when it is to be raised;
///   `momentAt` the moment it warns of
public record Alarm(AlarmKind kind, String about, Instant dueAt, Instant momentAt) {}
