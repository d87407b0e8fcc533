package org.ridgeline.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.search.rank.RidgeSource;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ridges as the repository's database has them, in the templates: read in one query for all that a
/// search compares in full.
final class StoredRidges implements RidgeSource {
  private static final String TEMPLATES =
      """
      select f.encounter_id, f.fgp, f.template
      from finger f join encounter e using (encounter_id) join person p using (person_id)
      where f.encounter_id = any(?) and f.fgp = any(?) and not e.sealed and not p.sealed
      """;

  private final JdbcClient jdbc;

  StoredRidges(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  private record Finger(UUID encounterId, FingerPosition position, Template template) {}

  @Override
  public Map<UUID, Map<FingerPosition, Template>> templates(
      List<UUID> encounterIds, List<FingerPosition> fingers) {
    if (encounterIds.isEmpty() || fingers.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Map<FingerPosition, Template>> templates = new HashMap<>();
    jdbc.sql(TEMPLATES)
        .params(
            encounterIds.toArray(UUID[]::new),
            fingers.stream().map(FingerPosition::fgp).toArray(Integer[]::new))
        .query(StoredRidges::finger)
        .list()
        .forEach(finger ->
            templates
                .computeIfAbsent(finger.encounterId(), _ -> new EnumMap<>(FingerPosition.class))
                .put(finger.position(), finger.template()));
    return templates;
  }

  private static Finger finger(ResultSet row, int number) throws SQLException {
    return new Finger(
        row.getObject(1, UUID.class),
        FingerPosition.ofFgp(row.getInt(2)).orElseThrow(),
        Template.ofBytes(row.getBytes(3)));
  }
}
