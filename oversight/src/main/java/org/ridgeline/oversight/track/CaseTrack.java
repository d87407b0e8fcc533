package org.ridgeline.oversight.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ridgeline.oversight.track.Split.Charged;
import org.ridgeline.vocabulary.event.Event;

/// One case as casework's facts tell it: what was found of its bookings, what was determined, and
/// what became of the person.
/// - **Shape** `bookings` in the order in which the case took them up
public record CaseTrack(
    Optional<Place> place,
    String facility,
    Levels levels,
    List<BookingOf> bookings,
    Signing signing,
    Optional<Instant> handedOverAt,
    Optional<Ended> ended)
    implements Track {
  public CaseTrack {
    bookings = List.copyOf(bookings);
  }

  /// Its conviction level at the moments that are counted.
  /// - **Shape** `atBooking` the first that was assessed; `now` the last
  public record Levels(Optional<ConvictionLevel> atBooking, ConvictionLevel now, Charged charged) {
    static final Levels NONE =
        new Levels(Optional.empty(), ConvictionLevel.UNDETERMINED, Charged.UNKNOWN);

    Levels assessed(ConvictionLevel level, Charged charged) {
      return atBooking.isPresent()
          ? new Levels(atBooking, level, this.charged)
          : new Levels(Optional.of(level), level, charged);
    }
  }

  /// A booking of the case.
  /// - **Shape** `settlement` VERIFIED, EXCLUDED or INCONCLUSIVE, empty while examiners compare
  public record BookingOf(
      String control, Instant at, Optional<Measure> settlement, Optional<Instant> settledAt) {}

  /// What was signed.
  /// - **Shape** `drafts` wait for a second signature; `standing` is the last that stands
  public record Signing(List<Signed> drafts, Optional<Standing> standing) {
    static final Signing NONE = new Signing(List.of(), Optional.empty());

    public Signing {
      drafts = List.copyOf(drafts);
    }

    Signing without(UUID id) {
      return new Signing(
          drafts.stream().filter(draft -> !draft.id().equals(id)).toList(), standing);
    }
  }

  /// A signed determination, by itself.
  public record Signed(UUID id, String kind) {}

  /// A determination that stands, since when, and the level at that moment.
  public record Standing(String kind, Instant at, ConvictionLevel level) {}

  /// What became of the person, by kind and programme.
  public record Ended(String outcome, String programme, Instant at) {}

  /// Of which nothing is known.
  public static CaseTrack empty() {
    return new CaseTrack(
        Optional.empty(),
        "",
        Levels.NONE,
        List.of(),
        Signing.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /// With what another fact says; facts that say nothing here change nothing.
  public CaseTrack with(Fact fact) {
    Instant at = fact.at();
    return switch (fact.event()) {
      case Event.CaseOpened opened -> opened(opened, at);
      case Event.CaseSituated situated -> situated(situated.facilityKind().orElse(""));
      case Event.BookingJoined joined -> joined(joined.control(), at);
      case Event.BookingSettled settled -> settled(settled.control(), settled.settlement(), at);
      case Event.LevelAssessed assessed -> assessed(assessed.level(), Charged.UNKNOWN);
      case Event.ConvictionsAssessed assessed ->
          assessed(
              assessed.level(),
              assessed.openCharge() ? Charged.OPEN_CHARGE : Charged.NO_OPEN_CHARGE);
      case Event.DeterminationSigned signed -> signed(signed, at);
      case Event.DeterminationCountersigned signed -> countersigned(signed.determinationId(), at);
      case Event.DeterminationReturned returned ->
          with(signing.without(returned.determinationId()));
      case Event.HandedOver handed -> handedOver(handed, at);
      case Event.OutcomeRecorded outcome ->
          with(new Ended(outcome.outcome(), outcome.programme(), at));
      case Event.CaseReopened _ -> with(Signing.NONE);
      default -> this;
    };
  }

  private CaseTrack opened(Event.CaseOpened opened, Instant at) {
    Place where = new Place(opened.fips(), opened.state());
    return new CaseTrack(
            Optional.of(where), facility, levels, bookings, signing, handedOverAt, ended)
        .joined(opened.control(), at);
  }

  private CaseTrack situated(String kind) {
    return new CaseTrack(place, kind, levels, bookings, signing, handedOverAt, ended);
  }

  private CaseTrack joined(String control, Instant at) {
    if (bookings.stream().anyMatch(one -> one.control().equals(control))) {
      return this;
    }
    List<BookingOf> more = new ArrayList<>(bookings);
    more.add(new BookingOf(control, at, Optional.empty(), Optional.empty()));
    return withBookings(more);
  }

  private CaseTrack settled(String control, String settlement, Instant at) {
    Optional<Measure> found =
        switch (settlement) {
          case "IDENTIFIED" -> Optional.of(Measure.VERIFIED);
          case "EXCLUDED" -> Optional.of(Measure.EXCLUDED);
          case "INCONCLUSIVE" -> Optional.of(Measure.INCONCLUSIVE);
          default -> Optional.empty();
        };
    return withBookings(
        bookings.stream()
            .map(one ->
                one.control().equals(control) && !one.settlement().equals(found)
                    ? new BookingOf(control, one.at(), found, found.map(_ -> at))
                    : one)
            .toList());
  }

  private CaseTrack withBookings(List<BookingOf> now) {
    return new CaseTrack(place, facility, levels, now, signing, handedOverAt, ended);
  }

  private CaseTrack assessed(String level, Charged charged) {
    Levels now = levels.assessed(ConvictionLevel.of(level), charged);
    return new CaseTrack(place, facility, now, bookings, signing, handedOverAt, ended);
  }

  private CaseTrack signed(Event.DeterminationSigned signed, Instant at) {
    if (!signed.secondNeeded()) {
      return standing(signed.outcome(), at);
    }
    List<Signed> drafts = new ArrayList<>(signing.drafts());
    drafts.add(new Signed(signed.determinationId(), signed.outcome()));
    return with(new Signing(drafts, signing.standing()));
  }

  private CaseTrack countersigned(UUID id, Instant at) {
    return signing.drafts().stream()
        .filter(draft -> draft.id().equals(id))
        .findFirst()
        .map(draft -> with(signing.without(id)).standing(draft.kind(), at))
        .orElse(this);
  }

  private CaseTrack standing(String kind, Instant at) {
    return with(new Signing(signing.drafts(), Optional.of(new Standing(kind, at, levels.now()))));
  }

  private CaseTrack with(Signing now) {
    return new CaseTrack(place, facility, levels, bookings, now, handedOverAt, ended);
  }

  private CaseTrack with(Ended now) {
    return new CaseTrack(
        place, facility, levels, bookings, signing, handedOverAt, Optional.of(now));
  }

  /// The first time the person leaves local custody counts; a facility of the same custodian does
  /// not.
  private CaseTrack handedOver(Event.HandedOver handed, Instant at) {
    return handed.toAnotherCustodian() && handedOverAt.isEmpty()
        ? new CaseTrack(place, facility, levels, bookings, signing, Optional.of(at), ended)
        : this;
  }

  @Override
  public List<Cell> cells() {
    if (place.isEmpty()) {
      return List.of();
    }
    return Stream.concat(ofBookings(), ofTheCase()).toList();
  }

  private Stream<Cell> ofBookings() {
    return bookings.stream()
        .flatMap(one ->
            Stream.concat(
                Stream.of(cell(Measure.IN_CASE, "", one.at(), Split.NONE)),
                one.settlement().stream()
                    .map(found ->
                        cell(
                            found,
                            "",
                            one.settledAt().orElseThrow(),
                            found.hasLevels() ? split() : Split.NONE))));
  }

  private Stream<Cell> ofTheCase() {
    Optional<BookingOf> first = identified();
    if (first.isEmpty()) {
      return Stream.empty();
    }
    Split split = split();
    List<Cell> cells = new ArrayList<>();
    cells.add(cell(Measure.IDENTIFIED, "", first.get().settledAt().orElseThrow(), split));
    signing
        .standing()
        .ifPresent(one -> cells.add(cell(Measure.DETERMINED, one.kind(), one.at(), split)));
    handedOverAt.ifPresent(at -> cells.add(cell(Measure.HANDED_OVER, "", at, split)));
    ended.ifPresent(one -> cells.add(cell(Measure.OUTCOME, one.outcome(), one.at(), split)));
    return cells.stream();
  }

  /// The first of its bookings that examiners verified.
  private Optional<BookingOf> identified() {
    return bookings.stream()
        .filter(one -> one.settlement().equals(Optional.of(Measure.VERIFIED)))
        .findFirst();
  }

  private Split split() {
    return new Split(
        levels.atBooking().orElse(ConvictionLevel.UNDETERMINED),
        signing.standing().map(Standing::level).orElse(ConvictionLevel.UNDETERMINED),
        levels.charged(),
        facility,
        ended.map(Ended::programme).orElse(""));
  }

  private Cell cell(Measure measure, String detail, Instant at, Split split) {
    return new Cell(measure, detail, BookingTrack.month(at), place.orElseThrow(), split);
  }

  /// A case can begin again at any time.
  @Override
  public boolean isOver() {
    return place.isEmpty();
  }
}
