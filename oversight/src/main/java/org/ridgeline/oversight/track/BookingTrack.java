package org.ridgeline.oversight.track;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.vocabulary.event.Event;

/// One submission as the exchange's facts tell it.
/// - **Shape** `counted`: what it counts for so far, at most once each
public record BookingTrack(Optional<Came> came, List<Counted> counted) implements Track {
  /// Types of transaction that are bookings; others are no part of the programme.
  public static final Set<String> TOTS = Set.of("CAR", "CNA");

  private static final String SECOND_REPOSITORY = "immigration";
  private static final String NOT_SEARCHED = "NOT_ACTIVE";

  public BookingTrack {
    counted = List.copyOf(counted);
  }

  /// How it came.
  /// - **Shape** `booking`: whether it counts at all; one whose type could not be read does
  public record Came(Instant at, Place place, boolean booking) {}

  /// Something it counts for.
  public record Counted(Measure measure, String detail, Instant at) {}

  /// Of which nothing is known.
  public static BookingTrack empty() {
    return new BookingTrack(Optional.empty(), List.of());
  }

  /// With what another fact says; facts that say nothing here change nothing.
  public BookingTrack with(Fact fact) {
    Instant at = fact.at();
    return switch (fact.event()) {
      case Event.SubmissionReceived received -> received(received, at);
      case Event.SubmissionRefused _ -> counts(Measure.REFUSED, "", at);
      case Event.GateRecorded gate -> gate.active() ? this : counts(Measure.NOT_ACTIVE, "", at);
      case Event.Searched searched -> searched(searched, at);
      case Event.LeadMade _ -> counts(Measure.MATCHED, "", at);
      case Event.AnswerMade answer -> answered(answer, at);
      default -> this;
    };
  }

  private BookingTrack received(Event.SubmissionReceived received, Instant at) {
    boolean booking = received.tot().map(TOTS::contains).orElse(true);
    Place place = new Place(received.fips(), received.state());
    return new BookingTrack(Optional.of(new Came(at, place, booking)), counted)
        .counts(Measure.RECEIVED, "", at);
  }

  private BookingTrack searched(Event.Searched searched, Instant at) {
    if (!searched.repository().equals(SECOND_REPOSITORY)) {
      return this;
    }
    return switch (searched.decision()) {
      case "NO_HIT" -> counts(Measure.NO_MATCH, "", at);
      case "ERROR" -> counts(Measure.SEARCH_FAILED, "", at);
      default -> this;
    };
  }

  private BookingTrack answered(Event.AnswerMade answer, Instant at) {
    return switch (answer.source()) {
      case "criminal" -> counts(Measure.FIRST_ANSWER, took(at), at);
      case SECOND_REPOSITORY ->
          answer.outcome().equals(NOT_SEARCHED)
              ? this
              : counts(Measure.SECOND_ANSWER, took(at), at);
      case "determination" -> counts(Measure.PERSON_ANSWER, "", at);
      default -> this;
    };
  }

  private String took(Instant at) {
    return came.map(c -> Band.of(Duration.between(c.at(), at)).name()).orElse("");
  }

  private BookingTrack counts(Measure measure, String detail, Instant at) {
    if (has(measure)) {
      return this;
    }
    List<Counted> more = new ArrayList<>(counted.size() + 1);
    more.addAll(counted);
    more.add(new Counted(measure, detail, at));
    return new BookingTrack(came, more);
  }

  private boolean has(Measure measure) {
    for (Counted one : counted) {
      if (one.measure() == measure) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Cell> cells() {
    if (came.isEmpty() || !came.get().booking()) {
      return List.of();
    }
    Place place = came.get().place();
    return counted.stream()
        .map(one -> new Cell(one.measure(), one.detail(), month(one.at()), place, Split.NONE))
        .toList();
  }

  /// One whose arrival is not told came before facts were kept, or is over since long.
  @Override
  public boolean isOver() {
    if (came.isEmpty()) {
      return true;
    }
    boolean second =
        has(Measure.NOT_ACTIVE)
            || has(Measure.MATCHED) && has(Measure.PERSON_ANSWER)
            || !has(Measure.MATCHED) && has(Measure.SECOND_ANSWER);
    return has(Measure.REFUSED) || !came.get().booking() || has(Measure.FIRST_ANSWER) && second;
  }

  static YearMonth month(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }
}
