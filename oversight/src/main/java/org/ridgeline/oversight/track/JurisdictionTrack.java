package org.ridgeline.oversight.track;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.event.Event;

/// One jurisdiction of the register: its name, and when it or one of its agencies took part.
public record JurisdictionTrack(String name, String state, List<Stretch> stretches)
    implements Track {
  /// What a jurisdiction's own activation is kept under, among those of its agencies.
  private static final String ITSELF = "";

  public JurisdictionTrack {
    stretches = List.copyOf(stretches);
  }

  /// From a day, up to the day before another.
  /// - **Shape** `who`: an agency's ORI, empty for the jurisdiction
  public record Stretch(String who, LocalDate from, Optional<LocalDate> to) {}

  /// A time in which it took part without a break.
  public record Period(LocalDate from, Optional<LocalDate> to) {}

  /// Of which nothing is known.
  public static JurisdictionTrack empty() {
    return new JurisdictionTrack("", "", List.of());
  }

  /// With what another fact says; facts that say nothing here change nothing.
  public JurisdictionTrack with(Fact fact) {
    return switch (fact.event()) {
      case Event.JurisdictionListed e -> new JurisdictionTrack(e.name(), e.state(), stretches);
      case Event.JurisdictionActivated e -> began(ITSELF, e.state(), e.day());
      case Event.JurisdictionDeactivated e -> ended(ITSELF, e.day());
      case Event.ActivationStarted e -> began(e.agency(), e.state(), e.day());
      case Event.ActivationEnded e -> ended(e.agency(), e.day());
      default -> this;
    };
  }

  private JurisdictionTrack began(String who, String where, LocalDate day) {
    List<Stretch> more = new ArrayList<>(stretches);
    more.add(new Stretch(who, day, Optional.empty()));
    return new JurisdictionTrack(name, where, more);
  }

  /// The last of them that is open ends; one that ends as it begins never was.
  private JurisdictionTrack ended(String who, LocalDate day) {
    List<Stretch> more = new ArrayList<>(stretches);
    for (int i = more.size() - 1; i >= 0; i--) {
      Stretch one = more.get(i);
      if (one.who().equals(who) && one.to().isEmpty()) {
        more.set(i, new Stretch(who, one.from(), Optional.of(day)));
        break;
      }
    }
    more.removeIf(one -> one.to().filter(to -> !to.isAfter(one.from())).isPresent());
    return new JurisdictionTrack(name, state, more);
  }

  /// When somebody of it took part, first to last; what touches is one.
  public List<Period> periods() {
    List<Stretch> sorted = new ArrayList<>(stretches);
    sorted.sort(Comparator.comparing(Stretch::from));
    List<Period> periods = new ArrayList<>();
    for (Stretch one : sorted) {
      boolean touches =
          !periods.isEmpty()
              && periods.getLast().to().filter(to -> to.isBefore(one.from())).isEmpty();
      if (touches) {
        Period last = periods.removeLast();
        periods.add(new Period(last.from(), later(last.to(), one.to())));
      } else {
        periods.add(new Period(one.from(), one.to()));
      }
    }
    return periods;
  }

  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.flatMap(a -> other.map(b -> a.isAfter(b) ? a : b));
  }

  @Override
  public List<Cell> cells() {
    return List.of();
  }

  @Override
  public boolean isOver() {
    return false;
  }
}
