package org.ridgeline.casework.custody;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One custody as its reports stand now: corrected ones no longer count.
/// - **Shape** `events` and `handOvers` all of them, first recorded first; `facilities` those named
public record Custody(
    Booking booking,
    List<CustodyEvent> events,
    List<HandOver> handOvers,
    Map<UUID, Facility> facilities) {
  /// The booking a custody began with.
  /// - **Shape** `ori` of the agency that booked; `state` where
  public record Booking(
      UUID caseId, String control, String tcn, String ori, String state, Instant bookedAt) {}

  /// A time at one place; `facility` empty where nobody said which, `to` while it lasts.
  public record Stay(Optional<Facility> facility, Instant from, Optional<Instant> to) {}

  public Custody {
    events = List.copyOf(events);
    handOvers = List.copyOf(handOvers);
    facilities = Map.copyOf(facilities);
  }

  /// The events that count, first recorded first.
  public List<CustodyEvent> standing() {
    Set<UUID> corrected = new HashSet<>();
    events.forEach(event -> event.correction().corrects().ifPresent(corrected::add));
    return events.stream()
        .filter(event -> !corrected.contains(event.eventId()))
        .filter(event -> !event.correction().withdrawn())
        .toList();
  }

  /// The last report of a milestone that counts.
  public Optional<CustodyEvent> last(Milestone milestone) {
    return standing().stream()
        .filter(event -> event.milestone() == milestone)
        .reduce((_, later) -> later);
  }

  /// When a milestone is, as last reported.
  public Optional<Instant> when(Milestone milestone) {
    return last(milestone).map(CustodyEvent::at);
  }

  /// When the person was taken in.
  public Instant bookedAt() {
    return when(Milestone.BOOKED).orElse(booking.bookedAt());
  }

  /// From when nothing of the local matter keeps the person: as reported, else the sentence's end.
  public Optional<Instant> eligibleAt() {
    return when(Milestone.RELEASE_ELIGIBLE).or(() -> when(Milestone.SENTENCE_END));
  }

  /// The hand-over that ended local custody.
  public Optional<HandOver> handedOut() {
    return handOvers.stream().filter(HandOver::isToAnotherCustodian).findFirst();
  }

  /// When local custody ended: released, or handed to another custodian.
  public Optional<Instant> endedAt() {
    Optional<Instant> released = when(Milestone.RELEASED);
    Optional<Instant> handed = handedOut().map(HandOver::at);
    if (released.isPresent() && handed.isPresent()) {
      return released.get().isBefore(handed.get()) ? released : handed;
    }
    return released.or(() -> handed);
  }

  /// Where the person was, in order.
  public List<Stay> stays() {
    Optional<Facility> here = last(Milestone.BOOKED).flatMap(this::facility);
    Instant since = bookedAt();
    List<Stay> stays = new ArrayList<>();
    List<HandOver> moves =
        handOvers.stream()
            .filter(handOver -> handOver.toFacility().isPresent())
            .sorted(Comparator.comparing(HandOver::at))
            .toList();
    for (HandOver move : moves) {
      stays.add(new Stay(here, since, Optional.of(move.at())));
      here = move.toFacility().map(facilities::get);
      since = move.at();
    }
    stays.add(new Stay(here, since, endedAt()));
    return List.copyOf(stays);
  }

  private Optional<Facility> facility(CustodyEvent event) {
    return event.facilityId().map(facilities::get);
  }

  /// Where the person is, or was last.
  public Optional<Facility> facility() {
    return stays().getLast().facility();
  }

  /// The agency that reports now: the one whose facility holds the person, else the one that
  /// booked.
  public String ori() {
    return facility().map(Facility::ori).orElse(booking.ori());
  }

  /// The state whose limit counts.
  public String state() {
    return facility().map(Facility::state).orElse(booking.state());
  }

  /// The time zone whose days count.
  public ZoneId zone() {
    return facility().map(Facility::zone).orElseGet(() -> StateZone.of(booking.state()));
  }
}
