package org.ridgeline.oversight.track;

import java.time.Instant;
import org.ridgeline.vocabulary.event.Event;

/// Something that happened, and when.
public record Fact(Instant at, Event event) {}
