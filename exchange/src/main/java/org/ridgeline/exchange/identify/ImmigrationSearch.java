package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.exchange.agency.OfficeStore.Office;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.repository.PersonRecord;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;

/// The immigration part of a booking of an active agency: search only, nothing of the probe stays
/// there. A match becomes a lead for the reviewing office; the sender hears "pending".
final class ImmigrationSearch implements Search {
  private final Stores stores;
  private final Repository repository;
  private final Clock clock;

  ImmigrationSearch(Stores stores, Repository repository, Clock clock) {
    this.stores = stores;
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public void run(SearchRow row) {
    Booking booking = Booking.load(stores, row.control());
    SearchRow decided = Decisions.decided(stores, repository, row, Purpose.INTEROPERABILITY);
    Instant now = clock.instant();
    SearchDecision decision = decided.decision().orElseThrow();
    switch (decision) {
      case HIT, REVIEW -> lead(booking, decided, now);
      case NO_HIT ->
          Closing.close(
              stores, booking, decided, AnswerWriter.second(booking.question(now), Outcome.NO_HIT));
      case NOT_ACTIVE, ERROR -> throw new IllegalStateException("decision=" + decision);
    }
  }

  private void lead(Booking booking, SearchRow row, Instant now) {
    UUID personId = row.personId().orElseThrow();
    List<String> known =
        repository.person(personId, Purpose.LEAD_REVIEW).map(PersonRecord::names).orElse(List.of());
    var answer = AnswerWriter.second(booking.question(now), Outcome.PENDING);
    Closing.close(stores, booking, row, answer, () -> addLead(booking, row, known, now));
  }

  private void addLead(Booking booking, SearchRow row, List<String> known, Instant now) {
    Optional<Office> office =
        stores.offices().covering(booking.agency().fips(), booking.agency().state());
    stores
        .leads()
        .add(
            new Lead(
                UUID.randomUUID(),
                booking.control(),
                booking.submission().tcn().orElse(""),
                booking.agency().fips(),
                booking.agency().state(),
                office.map(Office::name),
                row.personId().orElseThrow(),
                row.encounterId().orElseThrow(),
                row.decision().orElseThrow().name(),
                EncounterRecords.names(booking.transaction().typeTwo()),
                known,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                row.otherOrder()),
            office.map(Office::officeId));
  }

  @Override
  public void giveUp(SearchRow row, String error) {
    Booking booking = Booking.load(stores, row.control());
    var answer = AnswerWriter.second(booking.question(clock.instant()), Outcome.ERROR);
    Closing.close(stores, booking, row.failed(), answer);
  }
}
