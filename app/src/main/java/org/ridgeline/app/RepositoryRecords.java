package org.ridgeline.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.Records;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.policy.history.HistoryLine;
import org.ridgeline.repository.PersonRecord;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;

/// What the two repositories that a booking is searched in know of a case's person, read for the
/// review of its lead. The civil repository is not asked: it allows no such purpose.
final class RepositoryRecords implements Records {
  private static final Logger LOG = System.getLogger(RepositoryRecords.class.getName());
  private static final String REMOVED = "REMOVED";

  private final Supplier<Repositories> repositories;
  private final SearchStore searches;

  RepositoryRecords(Supplier<Repositories> repositories, SearchStore searches) {
    this.repositories = repositories;
    this.searches = searches;
  }

  @Override
  public Known of(Case one) {
    if (one.purgedAt().isPresent()) {
      return Known.nothing();
    }
    Repositories both = repositories.get();
    List<String> trouble = new ArrayList<>();
    Optional<PersonRecord> immigration =
        read(both.immigration(), Optional.of(one.personId()), trouble);
    Optional<PersonRecord> criminal = read(both.criminal(), criminalPerson(one), trouble);
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    criminal.ifPresent(record -> identifiers.putAll(record.identifiers()));
    immigration.ifPresent(record -> identifiers.putAll(record.identifiers()));
    Set<String> claimed = new LinkedHashSet<>();
    one.bookings().forEach(booking -> claimed.addAll(booking.namesClaimed()));
    Set<String> known = new LinkedHashSet<>();
    immigration.ifPresent(record -> known.addAll(record.names()));
    criminal.ifPresent(record -> known.addAll(record.names()));
    List<Encounter> encounters = encounters(immigration);
    return new Known(
        List.copyOf(claimed),
        List.copyOf(known),
        identifiers,
        lines(criminal),
        encounters,
        encounters.stream().filter(line -> line.kind().equals(REMOVED)).toList(),
        trouble.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", trouble)));
  }

  /// The person that the criminal search of the booking found: a hit, not a possible candidate.
  private Optional<UUID> criminalPerson(Case one) {
    return searches.of(one.booking().control()).stream()
        .filter(row -> row.repository() == RepositoryName.CRIMINAL)
        .filter(SearchRow::isHit)
        .findFirst()
        .flatMap(SearchRow::personId);
  }

  private static Optional<PersonRecord> read(
      Repository repository, Optional<UUID> personId, List<String> trouble) {
    try {
      return personId.flatMap(id -> repository.person(id, Purpose.LEAD_REVIEW));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, repository.profile().name() + " could not be read", e);
      trouble.add(repository.profile().name() + " repository could not be read");
      return Optional.empty();
    }
  }

  private static List<HistoryLine> lines(Optional<PersonRecord> criminal) {
    return criminal.stream()
        .flatMap(record -> record.history().stream())
        .map(line -> new HistoryLine(line.kind(), line.occurredOn(), line.description()))
        .toList();
  }

  private static List<Encounter> encounters(Optional<PersonRecord> immigration) {
    return immigration.stream()
        .flatMap(record -> record.history().stream())
        .map(line -> new Encounter(line.kind(), line.occurredOn(), line.description()))
        .toList();
  }
}
