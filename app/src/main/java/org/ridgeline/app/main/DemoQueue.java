package org.ridgeline.app.main;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import org.ridgeline.synth.people.Known;
import org.ridgeline.synth.stream.Booking;

/// Which booking the demo sends next: in turns one of somebody a repository knows and one of a
/// stranger, so that a visitor sees both within the first lines. Bookings of people who are not
/// drawn yet wait.
final class DemoQueue {
  private static final int AHEAD = 500;

  private final Iterator<Booking> stream;
  private final Predicate<Booking> isEnrolled;
  private final Deque<Booking> ahead = new ArrayDeque<>();
  private boolean strangersTurn;

  DemoQueue(Iterator<Booking> stream, Predicate<Booking> isEnrolled) {
    this.stream = stream;
    this.isEnrolled = isEnrolled;
  }

  /// The next booking; empty where only people who are not drawn yet are left.
  Optional<Booking> next() {
    while (ahead.size() < AHEAD && stream.hasNext()) {
      ahead.add(stream.next());
    }
    strangersTurn = !strangersTurn;
    Predicate<Booking> stranger = booking -> booking.known() == Known.NEITHER;
    Predicate<Booking> known = stranger.negate().and(isEnrolled);
    Optional<Booking> next = first(strangersTurn ? stranger : known);
    return next.or(() -> first(strangersTurn ? known : stranger));
  }

  private Optional<Booking> first(Predicate<Booking> which) {
    Optional<Booking> found = ahead.stream().filter(which).findFirst();
    found.ifPresent(ahead::remove);
    return found;
  }

  /// Whether there is nothing left to send.
  boolean isEmpty() {
    return ahead.isEmpty() && !stream.hasNext();
  }
}
