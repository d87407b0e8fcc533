package org.ridgeline.exchange.identify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.OfficeStore.Office;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.repository.PersonRecord;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;

/// Makes the lead of a match for the office that covers the place.
final class LeadMaker {
  private final Repository repository;
  private final OfficeStore offices;
  private final LeadStore leads;

  LeadMaker(Repository repository, OfficeStore offices, LeadStore leads) {
    this.repository = repository;
    this.offices = offices;
    this.leads = leads;
  }

  /// The names on record of the person that was found.
  List<String> namesKnown(SearchRow row) {
    return repository
        .person(row.personId().orElseThrow(), Purpose.LEAD_REVIEW)
        .map(PersonRecord::names)
        .orElse(List.of());
  }

  /// Keeps the lead, in the caller's transaction.
  void keep(Booking booking, SearchRow row, List<String> namesKnown, Instant now) {
    Agency agency = booking.agency();
    Optional<Office> office = offices.covering(agency.fips(), agency.state());
    leads.add(
        new Lead(
            UUID.randomUUID(),
            booking.control(),
            booking.submission().tcn().orElse(""),
            new Lead.Place(agency.fips(), agency.state(), office.map(Office::name)),
            new Lead.Match(
                row.personId().orElseThrow(),
                row.encounterId().orElseThrow(),
                row.decision().orElseThrow(),
                row.otherOrder()),
            new Lead.Names(EncounterRecords.names(booking.transaction().typeTwo()), namesKnown),
            now,
            Lead.Receipt.NONE),
        office.map(Office::officeId));
  }
}
