package org.ridgeline.repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Encounters of a repository by their age, for rules of retention. Age counts from enrolment, not
/// from the day that a file states.
public final class OldEncounters {
  private static final String OLD =
      " from encounter e join person p using (person_id) where e.created_at < :before";
  private static final String SEALED = "(e.sealed or p.sealed)";
  private static final String KEPT = "e.source = any(:kept)";

  private final JdbcClient jdbc;

  /// - **Shape** `dataSource` of the repository, its schema up to date
  public OldEncounters(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// How many there are.
  /// - **Shape** `sealed`, and not kept otherwise: an order put them aside, and no rule takes them;
  ///   `oldest` of all
  public record Count(long due, long sealed, Optional<Instant> oldest) {}

  /// Counts those enrolled before a time.
  /// - **Shape** `kept`: sources ([EncounterRecord#source]) whose encounters stay
  public Count count(Instant before, List<String> kept) {
    return jdbc.sql(
            "select count(*) filter (where not %s and not %s),".formatted(KEPT, SEALED)
                + " count(*) filter (where not %s and %s), min(e.created_at)"
                    .formatted(KEPT, SEALED)
                + OLD)
        .param("before", Timestamp.from(before))
        .param("kept", kept.toArray(String[]::new))
        .query((row, _) ->
            new Count(
                row.getLong(1),
                row.getLong(2),
                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
        .single();
  }

  /// How many of those came from one of these sources.
  public long from(Instant before, List<String> sources) {
    return jdbc.sql("select count(*)" + OLD + " and " + KEPT)
        .param("before", Timestamp.from(before))
        .param("kept", sources.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  /// Those that are due, the oldest first.
  public List<UUID> due(Instant before, List<String> kept, int most) {
    return jdbc.sql(
            "select e.encounter_id"
                + OLD
                + " and not %s and not %s order by e.created_at limit :most"
                    .formatted(KEPT, SEALED))
        .param("before", Timestamp.from(before))
        .param("kept", kept.toArray(String[]::new))
        .param("most", most)
        .query(UUID.class)
        .list();
  }
}
