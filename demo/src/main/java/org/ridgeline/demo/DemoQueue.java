package org.ridgeline.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ridgeline.synth.people.Known;
import org.ridgeline.synth.stream.Booking;

/// Which booking the demo sends next. At first three of four are of people whom the immigration
/// repository knows, staged ones among them, so that cases come early; then in turns one of
/// somebody a repository knows and one of a stranger. Bookings of people who are not drawn yet
/// wait.
final class DemoQueue {
  private static final int AHEAD = 500;

  /// Bookings in which leads go first: enough for a case in every state.
  static final int LEADS_FIRST = 40;

  private final Iterator<Booking> stream;
  private final DemoPeople people;
  private final List<DemoStage.Scene> staged;
  private final Deque<Booking> ahead = new ArrayDeque<>();
  private final Set<Long> booked = new HashSet<>();
  private int turn;

  /// - **Shape** `staged` scenes whose bookings have not been sent
  DemoQueue(Iterator<Booking> stream, List<DemoStage.Scene> staged, DemoPeople people) {
    this.stream = stream;
    this.staged = new ArrayList<>(staged);
    this.people = people;
  }

  /// The next booking; empty where only people who are not drawn yet are left.
  Optional<Booking> next() {
    while (ahead.size() < AHEAD && stream.hasNext()) {
      ahead.add(stream.next());
    }
    Predicate<Booking> stranger = booking -> booking.known() == Known.NEITHER;
    Predicate<Booking> known = stranger.negate().and(people::isKnown);
    Predicate<Booking> lead =
        known.and(people::isEarly).and(b -> !booked.contains(b.person().number()));
    int at = turn++;
    if (at < LEADS_FIRST) {
      return switch (at % 4) {
        case 0, 3 -> first(lead).or(() -> first(stranger));
        case 1 -> first(stranger).or(() -> first(known));
        default -> scene().or(() -> first(lead)).or(() -> first(known));
      };
    }
    return at % 2 == 0
        ? scene().or(() -> first(known)).or(() -> first(stranger))
        : first(stranger).or(() -> first(known));
  }

  private Optional<Booking> scene() {
    Optional<DemoStage.Scene> next = staged.stream().filter(people::isSet).findFirst();
    next.ifPresent(staged::remove);
    return next.map(DemoStage.Scene::booking);
  }

  private Optional<Booking> first(Predicate<Booking> which) {
    Optional<Booking> found = ahead.stream().filter(which).findFirst();
    found.ifPresent(booking -> {
      ahead.remove(booking);
      booked.add(booking.person().number());
    });
    return found;
  }

  /// Whether there is nothing left to send.
  boolean isEmpty() {
    return ahead.isEmpty() && staged.isEmpty() && !stream.hasNext();
  }
}
