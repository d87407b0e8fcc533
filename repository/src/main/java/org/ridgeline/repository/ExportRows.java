package org.ridgeline.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads a whole repository for an export: encounters that were enrolled by a change of whom the
/// gallery has, sealed ones too, portion by portion in the order of persons.
/// - **Error** database trouble: Spring's DataAccessException
public final class ExportRows {
  /// Zero ids come before all others.
  private static final UUID ZERO = new UUID(0, 0);

  /// Rows put in by hand have no change, and are taken.
  private static final String AS_OF =
      """
      coalesce((select min(change) from gallery_change
        where gallery_change.encounter_id = encounter.encounter_id), 0) <= ?
      """;

  private static final String PAGE =
      """
      select encounter.person_id, encounter_id, encounter.sealed or person.sealed as is_sealed,
        encounter_file.sha256, octet_length(encounter_file.bytes) as bytes,
        substring(encounter_file.bytes from 1 for 1) in ('\\x3c', '\\xef') as is_xml,
        encounter.source, encounter.occurred_on, encounter.created_at, encounter.new_person,
        array(select name from name_used
          where name_used.encounter_id = encounter.encounter_id order by name) as names,
        array(select kind || '=' || value from identifier
          where identifier.person_id = encounter.person_id order by kind, value) as identifiers
      from encounter join person on person.person_id = encounter.person_id
      left join encounter_file using (encounter_id)
      where (encounter.person_id, encounter_id) > (?, ?) and
      """
          + AS_OF
          + "order by encounter.person_id, encounter_id limit ?";

  /// Any change of who is there, whose they are or what is sealed gives another sum.
  private static final String STANDING =
      """
      select count(*), count(*) filter (where encounter.sealed or person.sealed),
        coalesce(sum(hashtextextended(concat_ws(' ', encounter_id, encounter.person_id,
          encounter.sealed or person.sealed), 0)), 0)::text
      from encounter join person on person.person_id = encounter.person_id where
      """
          + AS_OF;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;

  /// - **Shape** `dataSource` of the repository
  public ExportRows(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    var manager = new DataSourceTransactionManager(dataSource);
    transaction = new TransactionTemplate(manager);
    snapshot = new TransactionTemplate(manager);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  /// How encounters stand as of a change: two that are equal are of the same encounters, of the
  /// same persons, sealed alike.
  public record Standing(long encounters, long sealed, String sum) {}

  /// Where a portion ends, and the next begins.
  public record Place(UUID personId, UUID encounterId) {
    /// Before all.
    public static final Place START = new Place(ZERO, ZERO);

    /// Behind an encounter.
    public static Place after(ExportedEncounter one) {
      return new Place(one.personId(), one.encounterId());
    }
  }

  /// A line of an encounter's history.
  public record Line(UUID personId, UUID encounterId, HistoryRecord record) {}

  /// The last change of whom the gallery has: all of it and before are committed.
  public long lastChange() {
    Long last =
        transaction.execute(_ -> {
          GalleryLock.take(jdbc);
          return jdbc.sql("select coalesce(max(change), 0) from gallery_change")
              .query(Long.class)
              .single();
        });
    return last;
  }

  /// How all stand that were enrolled up to a change.
  public Standing standing(long asOf) {
    return jdbc.sql(STANDING)
        .param(asOf)
        .query((row, _) -> new Standing(row.getLong(1), row.getLong(2), row.getString(3)))
        .single();
  }

  /// The next of them behind a place, in the order of persons, then of encounters.
  /// - **Limit** `most` 1..[Limits#EXPORT_PAGE]
  public List<ExportedEncounter> page(long asOf, Place place, int most) {
    return jdbc.sql(PAGE)
        .params(place.personId(), place.encounterId(), asOf, Math.min(most, Limits.EXPORT_PAGE))
        .query((row, _) -> encounter(row))
        .list();
  }

  /// The file of an encounter, sealed or not; empty where none is stored, or it is gone.
  public Optional<byte[]> file(UUID encounterId) {
    return jdbc.sql("select bytes from encounter_file where encounter_id = ?")
        .param(encounterId)
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  /// The templates of an encounter, sealed or not.
  public Map<FingerPosition, Template> templates(UUID encounterId) {
    Map<FingerPosition, Template> found = new EnumMap<>(FingerPosition.class);
    jdbc.sql("select fgp, template from finger where encounter_id = ?")
        .param(encounterId)
        .query((row, _) -> Map.entry(row.getInt(1), Template.ofBytes(row.getBytes(2))))
        .list()
        .forEach(one ->
            FingerPosition.ofFgp(one.getKey())
                .ifPresent(finger -> found.put(finger, one.getValue())));
    return found;
  }

  /// The history of some encounters, in the order it was written.
  public List<Line> history(List<UUID> encounters) {
    return jdbc.sql(
            """
            select person_id, encounter_id, kind, occurred_on, description from history_record
            where encounter_id = any(?) order by history_id
            """)
        .param(encounters.toArray(UUID[]::new))
        .query((row, _) ->
            new Line(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new HistoryRecord(
                    row.getString(3),
                    Optional.ofNullable(row.getObject(4, LocalDate.class)),
                    row.getString(5))))
        .list();
  }

  /// Ids of persons that became others', behind one in their order, with whom they are now.
  public Map<UUID, UUID> merged(UUID after, int most) {
    Map<UUID, UUID> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            select person_id, merged_into from person
            where merged_into is not null and person_id > ? order by person_id limit ?
            """)
        .params(after, Math.min(most, Limits.EXPORT_PAGE))
        .query((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list()
        .forEach(one -> found.put(one.getKey(), one.getValue()));
    return found;
  }

  /// How many there are by now, whenever they were enrolled.
  public RepositorySize size() {
    return EncounterStore.size(jdbc);
  }

  /// Reads in one snapshot: what is committed meanwhile is not seen.
  public <T> T inSnapshot(Supplier<T> look) {
    return snapshot.execute(_ -> look.get());
  }

  /// Does a last step while nobody is enrolled or erased, where all still stand as they did; says
  /// whether they do.
  public boolean whileStill(long asOf, Standing expected, Runnable step) {
    Boolean isSo =
        transaction.execute(_ -> {
          GalleryLock.take(jdbc);
          boolean still = standing(asOf).equals(expected);
          if (still) {
            step.run();
          }
          return still;
        });
    return isSo;
  }

  private static ExportedEncounter encounter(ResultSet row) throws SQLException {
    byte[] sha256 = row.getBytes("sha256");
    Optional<ExportedEncounter.StoredFile> file =
        sha256 == null
            ? Optional.empty()
            : Optional.of(
                new ExportedEncounter.StoredFile(
                    HexFormat.of().formatHex(sha256),
                    row.getLong("bytes"),
                    row.getBoolean("is_xml")));
    return new ExportedEncounter(
        row.getObject("person_id", UUID.class),
        row.getObject("encounter_id", UUID.class),
        row.getBoolean("is_sealed"),
        file,
        new ExportedEncounter.Enrolled(
            row.getString("source"),
            Optional.ofNullable(row.getObject("occurred_on", LocalDate.class)),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getBoolean("new_person")),
        texts(row, "names"),
        texts(row, "identifiers"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
