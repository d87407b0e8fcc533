package org.ridgeline.outbox;

import java.util.Set;
import org.ridgeline.vocabulary.event.Event;

/// What a room does about another's facts.
public interface Consumer {
  /// The name its place is kept under; it never changes.
  String name();

  /// The kinds it does something about; others pass by.
  Set<Event.Kind> kinds();

  /// Does it, in the transaction in which the place moves on: both are done or neither.
  void apply(Recorded fact);
}
