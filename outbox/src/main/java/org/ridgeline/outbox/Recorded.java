package org.ridgeline.outbox;

import java.time.Instant;
import java.util.UUID;
import org.ridgeline.vocabulary.event.Event;

/// A fact as its owner keeps it.
/// - **Shape** `sequence` rises in the order of the facts about one thing, with gaps; `body` as
///   [EventCodec] writes it
public record Recorded(
    long sequence, UUID eventId, String kind, int version, Instant occurredAt, String body) {
  /// Whether it is of a kind that this program can read.
  public boolean is(Event.Kind sought) {
    return sought.key().equals(kind) && sought.version() == version;
  }

  /// The fact; errors as [EventCodec#read].
  public Event event() {
    return EventCodec.read(kind, version, body);
  }
}
