package org.ridgeline.casework.redress;

import java.time.Instant;

/// Something that happened to an item.
public record RedressEvent(Instant at, String actor, String step, String note) {}
