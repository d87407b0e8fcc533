package org.ridgeline.exchange.lead;

import org.ridgeline.outbox.EventSource;
import org.ridgeline.vocabulary.event.Event;

/// How leads reach casework: the exchange's facts, and each lead read once when its turn comes. The
/// facts are kept for good and name nobody; names are in the lead alone, where they can be purged.
public record LeadFeed(EventSource facts, LeadStore leads) {
  /// The lead that a fact says was made.
  public Lead lead(Event.LeadMade made) {
    return leads
        .of(made.control())
        .orElseThrow(() -> new IllegalStateException("no lead of " + made.control()));
  }
}
