package org.ridgeline.outbox;

import java.util.List;

/// Where a room's facts are read, in the same process or past it.
public interface EventSource {
  /// The facts behind a place, in order. What is given is complete: no fact with a sequence up to
  /// the last one's can still appear.
  /// - **Shape** `place`: the sequence of the last fact known, 0 for none
  List<Recorded> after(long place, int limit);
}
