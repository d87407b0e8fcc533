package org.ridgeline.repository;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ridgeline.vocabulary.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of persons and encounters.
final class EncounterStore {
  /// Any constant: it orders the enrolments of one database among each other.
  private static final long ENROLMENT_LOCK = 0x524C_454E_524FL;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final RepositoryProfile profile;

  EncounterStore(DataSource dataSource, RepositoryProfile profile) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.profile = profile;
  }

  Enrolment enrol(
      EncounterRecord record, Optional<UUID> known, Supplier<Optional<UUID>> lookAgain) {
    Enrolment enrolled =
        transaction.execute(_ -> {
          lock();
          return earlier(record.source()).orElseGet(() -> add(record, known, lookAgain));
        });
    return enrolled;
  }

  /// The schema's name is part of the lock: two repositories in one database do not wait for each
  /// other.
  private void lock() {
    jdbc.sql("select pg_advisory_xact_lock(?)")
        .param(ENROLMENT_LOCK ^ (long) profile.name().hashCode() << 32)
        .query((row, _) -> true)
        .list();
  }

  boolean isEnrolled(String source) {
    return earlier(source).isPresent();
  }

  private Optional<Enrolment> earlier(String source) {
    return jdbc.sql("select person_id, encounter_id, new_person from encounter where source = ?")
        .param(source)
        .query((row, _) ->
            enrolment(
                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)))
        .optional();
  }

  private static Enrolment enrolment(UUID personId, UUID encounterId, boolean isNew) {
    return isNew
        ? new Enrolment.NewPerson(personId, encounterId)
        : new Enrolment.KnownPerson(personId, encounterId);
  }

  private Enrolment add(
      EncounterRecord record, Optional<UUID> known, Supplier<Optional<UUID>> lookAgain) {
    Optional<UUID> person = known.or(lookAgain);
    Optional<Enrolment> taken = takenByAnother(record.identifiers(), person);
    if (taken.isPresent()) {
      return taken.get();
    }
    UUID personId = person.orElseGet(this::newPerson);
    boolean isNew = person.isEmpty();
    UUID encounterId = UUID.randomUUID();
    jdbc.sql("insert into encounter values (?, ?, ?, ?, ?)")
        .params(encounterId, personId, record.source(), record.occurredOn().orElse(null), isNew)
        .update();
    addFile(encounterId, record.file());
    addFingers(encounterId, record);
    addNames(encounterId, personId, record.names());
    addIdentifiers(personId, record.identifiers(), isNew);
    addHistory(encounterId, personId, record.history());
    jdbc.sql("insert into gallery_change (encounter_id) values (?)").param(encounterId).update();
    return enrolment(personId, encounterId, isNew);
  }

  private Optional<Enrolment> takenByAnother(
      Map<String, String> identifiers, Optional<UUID> person) {
    return identifiers.entrySet().stream()
        .filter(id -> owner(id.getKey(), id.getValue()).filter(o -> !is(person, o)).isPresent())
        .findFirst()
        .map(id -> new Enrolment.IdentifierTaken(id.getKey(), id.getValue()));
  }

  private static boolean is(Optional<UUID> person, UUID owner) {
    return person.filter(owner::equals).isPresent();
  }

  private Optional<UUID> owner(String kind, String value) {
    return jdbc.sql("select person_id from identifier where kind = ? and value = ?")
        .params(kind, value)
        .query(UUID.class)
        .optional();
  }

  private UUID newPerson() {
    UUID personId = UUID.randomUUID();
    jdbc.sql("insert into person (person_id) values (?)").param(personId).update();
    return personId;
  }

  private void addFile(UUID encounterId, byte[] file) {
    jdbc.sql("insert into encounter_file values (?, ?, ?)")
        .params(encounterId, Sha256.of(file), file)
        .update();
  }

  private void addFingers(UUID encounterId, EncounterRecord record) {
    record
        .prints()
        .fingers()
        .forEach((finger, template) ->
            jdbc.sql("insert into finger values (?, ?, ?)")
                .params(encounterId, finger.fgp(), template.toBytes())
                .update());
  }

  private void addNames(UUID encounterId, UUID personId, List<String> names) {
    for (String name : names) {
      jdbc.sql("insert into name_used values (?, ?, ?) on conflict do nothing")
          .params(personId, encounterId, name)
          .update();
    }
  }

  private void addIdentifiers(UUID personId, Map<String, String> given, boolean isNew) {
    Map<String, String> all = new LinkedHashMap<>(given);
    if (isNew) {
      for (IdKind kind : profile.idKinds()) {
        if (kind.isAssigned()) {
          all.computeIfAbsent(kind.name(), _ -> nextFree(kind));
        }
      }
    }
    all.forEach((kind, value) ->
        jdbc.sql("insert into identifier values (?, ?, ?) on conflict do nothing")
            .params(kind, value, personId)
            .update());
  }

  /// An imported number may be one the sequence would reach; it is passed over.
  private String nextFree(IdKind kind) {
    String value;
    do {
      long number = jdbc.sql("select nextval('assigned_id')").query(Long.class).single();
      value = kind.format().formatted(number);
    } while (owner(kind.name(), value).isPresent());
    return value;
  }

  private void addHistory(UUID encounterId, UUID personId, List<HistoryRecord> history) {
    for (HistoryRecord line : history) {
      jdbc.sql(
              """
              insert into history_record (encounter_id, person_id, kind, occurred_on, description)
              values (?, ?, ?, ?, ?)
              """)
          .params(
              encounterId,
              personId,
              line.kind(),
              line.occurredOn().orElse(null),
              line.description())
          .update();
    }
  }

  Optional<PersonRecord> person(UUID personId) {
    int encounters =
        jdbc.sql("select count(*) from encounter where person_id = ?")
            .param(personId)
            .query(Integer.class)
            .single();
    if (encounters == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PersonRecord(
            personId, names(personId), identifiers(personId), encounters, history(personId)));
  }

  private List<String> names(UUID personId) {
    return jdbc.sql(
            """
            select name from name_used join encounter using (encounter_id)
            where name_used.person_id = ? group by name order by min(created_at), name
            """)
        .param(personId)
        .query(String.class)
        .list();
  }

  private Map<String, List<String>> identifiers(UUID personId) {
    return jdbc
        .sql("select kind, value from identifier where person_id = ? order by kind, value")
        .param(personId)
        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }

  private List<HistoryRecord> history(UUID personId) {
    return jdbc
        .sql(
            """
            select kind, occurred_on, description from history_record
            where person_id = ? order by history_id
            """)
        .param(personId)
        .query((row, _) ->
            new HistoryRecord(
                row.getString(1),
                Optional.ofNullable(row.getObject(2, LocalDate.class)),
                row.getString(3)))
        .list()
        .stream()
        .sorted(Comparator.comparing(line -> line.occurredOn().orElse(LocalDate.MAX)))
        .toList();
  }

  Optional<byte[]> file(UUID encounterId) {
    return jdbc.sql("select bytes from encounter_file where encounter_id = ?")
        .param(encounterId)
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  RepositorySize size() {
    return jdbc.sql("select (select count(*) from person), (select count(*) from encounter)")
        .query((row, _) -> new RepositorySize(row.getInt(1), row.getInt(2)))
        .single();
  }
}
