package org.ridgeline.repository;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ridgeline.vocabulary.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of persons and encounters.
final class EncounterStore {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final IdentifierStore identifiers;

  EncounterStore(DataSource dataSource, RepositoryProfile profile) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    identifiers = new IdentifierStore(jdbc, profile.idKinds());
  }

  Enrolment enrol(
      EncounterRecord record, Optional<UUID> known, Supplier<Optional<UUID>> lookAgain) {
    Enrolment enrolled =
        transaction.execute(_ -> {
          GalleryLock.take(jdbc);
          return earlier(record.source()).orElseGet(() -> add(record, known, lookAgain));
        });
    return enrolled;
  }

  /// Adds to one person, under the lock that orders enrolments and seals; to nobody else.
  Optional<Enrolment> enrolFor(UUID personId, EncounterRecord record) {
    Optional<Enrolment> enrolled =
        transaction.execute(_ -> {
          GalleryLock.take(jdbc);
          return earlier(record.source())
              .or(() ->
                  open(personId).map(open -> add(record, Optional.of(open), Optional::empty)));
        });
    return enrolled;
  }

  Optional<UUID> encounterOf(String source) {
    return jdbc.sql("select encounter_id from encounter where source = ?")
        .param(source)
        .query(UUID.class)
        .optional();
  }

  /// What became of a source when it was enrolled; empty where it was not.
  Optional<Enrolment> earlier(String source) {
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
    Optional<UUID> person = known.flatMap(this::open).or(() -> lookAgain.get().flatMap(this::open));
    Optional<Enrolment> taken = identifiers.takenByAnother(record.identifiers(), person);
    if (taken.isPresent()) {
      return taken.get();
    }
    UUID personId = person.orElseGet(this::newPerson);
    boolean isNew = person.isEmpty();
    UUID encounterId = UUID.randomUUID();
    jdbc.sql(
            """
            insert into encounter (encounter_id, person_id, source, occurred_on, new_person)
            values (?, ?, ?, ?, ?)
            """)
        .params(encounterId, personId, record.source(), record.occurredOn().orElse(null), isNew)
        .update();
    addFile(encounterId, record.file());
    addFingers(encounterId, record);
    addNames(encounterId, personId, record.names());
    identifiers.add(personId, record.identifiers(), isNew);
    addHistory(encounterId, personId, record.history());
    jdbc.sql("insert into gallery_change (encounter_id) values (?)").param(encounterId).update();
    return enrolment(personId, encounterId, isNew);
  }

  /// The person of an id as it is now: whom they were merged into; empty where they were removed or
  /// are sealed, so that a booking searched before that does not find them any more.
  private Optional<UUID> open(UUID personId) {
    return jdbc.sql(
            """
            select now.person_id from person old
            join person now on now.person_id = coalesce(old.merged_into, old.person_id)
            where old.person_id = ? and not now.sealed
            """)
        .param(personId)
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

  /// What may be read of a person: nothing where they are sealed, nor of a sealed encounter.
  Optional<PersonRecord> person(UUID asked) {
    return open(asked).flatMap(this::openPerson);
  }

  private Optional<PersonRecord> openPerson(UUID personId) {
    int encounters =
        jdbc.sql("select count(*) from encounter where person_id = ? and not sealed")
            .param(personId)
            .query(Integer.class)
            .single();
    if (encounters == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PersonRecord(
            personId, names(personId), identifiers.of(personId), encounters, history(personId)));
  }

  private List<String> names(UUID personId) {
    return jdbc.sql(
            """
            select name from name_used join encounter using (encounter_id)
            where name_used.person_id = ? and not sealed
            group by name order by min(created_at), name
            """)
        .param(personId)
        .query(String.class)
        .list();
  }

  private List<HistoryRecord> history(UUID personId) {
    return jdbc
        .sql(
            """
            select kind, history_record.occurred_on, description
            from history_record join encounter using (encounter_id)
            where history_record.person_id = ? and not sealed order by history_id
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

  /// Runs while nobody changes whom the gallery has.
  <T> T whileNobodyChanges(Supplier<T> look) {
    return transaction.execute(_ -> {
      GalleryLock.take(jdbc);
      return look.get();
    });
  }

  /// The last encounter of the same person enrolled before one, sealed ones left out.
  Optional<UUID> before(UUID encounterId) {
    return jdbc.sql(
            """
            select earlier.encounter_id from encounter one
            join encounter earlier using (person_id) join person using (person_id)
            where one.encounter_id = ? and earlier.created_at < one.created_at
              and not earlier.sealed and not person.sealed
            order by earlier.created_at desc, earlier.encounter_id limit 1
            """)
        .param(encounterId)
        .query(UUID.class)
        .optional();
  }

  /// The person of a number as they are now; a sealed one has none to be known by.
  Optional<UUID> personOf(String kind, String number) {
    return identifiers.openOwner(kind, number).flatMap(this::open);
  }

  /// The newest encounters of a person as merged now, sealed ones left out.
  List<UUID> encounters(UUID personId, int count) {
    return open(personId).map(open -> newest(open, count)).orElse(List.of());
  }

  private List<UUID> newest(UUID personId, int count) {
    return jdbc.sql(
            """
            select encounter_id from encounter where person_id = ? and not sealed
            order by created_at desc, encounter_id limit ?
            """)
        .params(personId, count)
        .query(UUID.class)
        .list();
  }

  Optional<EncounterFile> file(UUID encounterId) {
    return file(jdbc, encounterId);
  }

  /// The file of an encounter that is not sealed.
  static Optional<EncounterFile> file(JdbcClient jdbc, UUID encounterId) {
    return jdbc.sql(
            """
            select source, bytes from encounter_file join encounter using (encounter_id)
            join person using (person_id)
            where encounter_id = ? and not encounter.sealed and not person.sealed
            """)
        .param(encounterId)
        .query((row, _) -> new EncounterFile(row.getString(1), row.getBytes(2)))
        .optional();
  }

  RepositorySize size() {
    return size(jdbc);
  }

  static RepositorySize size(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select (select count(*) from person where merged_into is null),
              (select count(*) from encounter)
            """)
        .query((row, _) -> new RepositorySize(row.getInt(1), row.getInt(2)))
        .single();
  }
}
