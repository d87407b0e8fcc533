package org.ridgeline.repository;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Some encounters that a search must find, the same ones whenever the rows are the same: for
/// whoever wants to know if a copy of a repository answers as it did.
public final class SampleStore {
  private final JdbcClient jdbc;

  /// - **Shape** `dataSource` of the repository
  public SampleStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// An encounter, and whose it is.
  public record Sampled(UUID encounterId, UUID personId) {}

  /// Encounters of different persons, spread by a digest of their ids; none that is sealed.
  public List<Sampled> encounters(int most) {
    return jdbc.sql(
            """
            select encounter_id, person_id from (
              select distinct on (encounter.person_id) encounter_id, encounter.person_id
              from encounter join person on person.person_id = encounter.person_id
              where not encounter.sealed and not person.sealed
                and exists (select from finger where finger.encounter_id = encounter.encounter_id)
              order by encounter.person_id, encounter_id) one
            order by md5(encounter_id::text) limit ?
            """)
        .param(most)
        .query((row, _) -> new Sampled(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list();
  }
}
