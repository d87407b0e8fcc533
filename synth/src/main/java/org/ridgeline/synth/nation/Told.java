package org.ridgeline.synth.nation;

import java.time.Instant;
import org.ridgeline.vocabulary.event.Event;

/// A fact of the fictional nation, and when it happened.
public record Told(Instant at, Event event) {}
