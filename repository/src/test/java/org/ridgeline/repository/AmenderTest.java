package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.repository.TestRepository.booking;
import static org.ridgeline.repository.TestRepository.prints;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.vocabulary.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who was taken out is no hit any more, by whatever way it happened, without a restart.
class AmenderTest {
  @TempDir private Path folder;
  private TestDatabase database;
  private Repository criminal;
  private Amender amender;
  private JdbcClient rows;
  private TransactionTemplate transaction;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    var source = database.of().criminal();
    criminal = TestRepository.open(RepositoryProfile.criminal(), source, folder);
    amender = new Amender(source, RepositoryProfile.criminal());
    rows = JdbcClient.create(source);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  @AfterEach
  void close() {
    criminal.close();
    database.close();
  }

  private Enrolment.NewPerson enrol(String source, int person) {
    return (Enrolment.NewPerson) criminal.importEncounter(booking(source, person, Map.of()));
  }

  private Enrolment.KnownPerson enrolAgain(String source, int person) {
    return (Enrolment.KnownPerson) criminal.importEncounter(booking(source, person, Map.of()));
  }

  private Amended amend(Supplier<Amended> change) {
    return transaction.execute(_ -> change.get());
  }

  private Optional<UUID> found(int person) {
    return criminal.identify(prints(person, 9), Purpose.CRIMINAL_BOOKING).decision()
            instanceof Decision.Hit(var candidate)
        ? Optional.of(candidate.personId())
        : Optional.empty();
  }

  private int count(String table) {
    return rows.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private int changes() {
    return count("gallery_change");
  }

  @Test
  void aRemovedPersonIsGone() {
    UUID person = enrol("r1", 1).personId();
    enrolAgain("r2", 1);
    enrol("r3", 2);
    assertThat(found(1)).contains(person);
    Amended removed = amend(() -> amender.removePerson(person));
    assertThat(removed.rows()).containsEntry("encounter", 2).containsEntry("finger", 20);
    assertThat(removed.fileSha256()).hasSize(2);
    assertThat(found(1)).isEmpty();
    assertThat(found(2)).isPresent();
    assertThat(criminal.person(person, Purpose.LEAD_REVIEW)).isEmpty();
    assertThat(criminal.size()).isEqualTo(new RepositorySize(1, 1));
    assertThat(count("identifier")).as("the other's").isEqualTo(1);
    assertThat(changes()).as("3 came, 2 went, none twice").isEqualTo(5);
  }

  @Test
  void withTheLastEncounterThePersonGoes() {
    Enrolment.NewPerson one = enrol("r1", 1);
    UUID second = enrolAgain("r2", 1).encounterId();
    amend(() -> amender.removeEncounter(second));
    assertThat(found(1)).contains(one.personId());
    amend(() -> amender.removeEncounter(one.encounterId()));
    assertThat(count("person")).isZero();
    assertThat(count("identifier")).isZero();
    assertThat(found(1)).isEmpty();
  }

  @Test
  void whatIsRolledBackHasNotHappened() {
    UUID person = enrol("r1", 1).personId();
    transaction.executeWithoutResult(status -> {
      amender.removePerson(person);
      status.setRollbackOnly();
    });
    assertThat(found(1)).contains(person);
  }

  @Test
  void twoPersonsBecomeOneAndTheOldIdLeadsThere() {
    UUID from = enrol("r1", 1).personId();
    UUID into = enrol("r2", 2).personId();
    amend(() -> amender.merge(from, into));
    assertThat(found(1)).contains(into);
    PersonRecord record = criminal.person(from, Purpose.LEAD_REVIEW).orElseThrow();
    assertThat(record.personId()).isEqualTo(into);
    assertThat(record.encounters()).isEqualTo(2);
    assertThat(record.identifiers().get("FBI")).hasSize(2);
    assertThat(criminal.size()).isEqualTo(new RepositorySize(1, 2));
    assertThatThrownBy(() -> amend(() -> amender.removePerson(from)))
        .isInstanceOf(AmendmentRefusedException.class)
        .hasMessageContaining("merged into " + into);
    amend(() -> amender.removePerson(into));
    assertThat(count("person")).isZero();
  }

  @Test
  void anEncounterOfTheWrongPersonBecomesAnothersOrSomebodyNew() {
    UUID person = enrol("r1", 1).personId();
    UUID other = enrol("r2", 2).personId();
    UUID wrong =
        ((Enrolment.KnownPerson) criminal.enrol(booking("r3", 3, Map.of()), Optional.of(person), 2))
            .encounterId();
    assertThat(found(3)).contains(person);
    amend(() -> amender.move(wrong, Optional.of(other)));
    assertThat(found(3)).contains(other);
    assertThat(criminal.person(person, Purpose.LEAD_REVIEW).orElseThrow().names())
        .doesNotContain("R3");
    UUID unlinked = amend(() -> amender.move(wrong, Optional.empty())).persons().getLast();
    assertThat(found(3)).contains(unlinked);
    assertThat(criminal.person(unlinked, Purpose.LEAD_REVIEW).orElseThrow().identifiers())
        .containsKey("FBI");
    assertThatThrownBy(() -> amend(() -> amender.move(wrong, Optional.of(other))))
        .hasMessageContaining("merge the person instead");
  }

  @Test
  void whoIsSealedIsNeitherFoundNorReadUntilTheSealIsLifted() {
    Enrolment.NewPerson one =
        (Enrolment.NewPerson) criminal.importEncounter(booking("r1", 1, Map.of("SID", "CA0001")));
    amend(() -> amender.sealPerson(one.personId(), true));
    assertThat(found(1)).isEmpty();
    assertThat(criminal.person(one.personId(), Purpose.LEAD_REVIEW)).isEmpty();
    assertThat(criminal.encounterFile(one.encounterId(), Purpose.LEAD_REVIEW)).isEmpty();
    assertThat(criminal.encounterPrints(one.encounterId(), Purpose.LEAD_REVIEW)).isEmpty();
    assertThat(count("finger")).isEqualTo(10);
    // Whoever comes with their number is not told that it is somebody's.
    Enrolment again = criminal.importEncounter(booking("r2", 1, Map.of("SID", "CA0001")));
    assertThat(again).isInstanceOf(Enrolment.NewPerson.class);
    amend(() -> amender.sealPerson(one.personId(), false));
    assertThat(criminal.person(one.personId(), Purpose.LEAD_REVIEW)).isPresent();
    assertThat(found(1)).isPresent();
    assertThatThrownBy(() -> amend(() -> amender.sealPerson(one.personId(), false)))
        .hasMessageContaining("is not sealed");
  }

  @Test
  void ofASealedEncounterNothingIsRead() {
    Enrolment.NewPerson one = enrol("r1", 1);
    UUID second = enrolAgain("r2", 1).encounterId();
    amend(() -> amender.sealEncounter(second, true));
    PersonRecord read = criminal.person(one.personId(), Purpose.LEAD_REVIEW).orElseThrow();
    assertThat(read.names()).contains("R1").doesNotContain("R2");
    assertThat(read.history()).hasSize(1);
    assertThat(read.encounters()).isEqualTo(1);
    assertThat(found(1)).contains(one.personId());
    assertThat(criminal.gallerySize()).isEqualTo(1);
  }

  @Test
  void aBookingSearchedBeforeMakesNobodyOfWhoIsGone() {
    UUID person = enrol("r1", 1).personId();
    long upTo = criminal.identify(prints(1, 9), Purpose.CRIMINAL_BOOKING).candidates().upTo();
    amend(() -> amender.removePerson(person));
    Enrolment late = criminal.enrol(booking("r2", 1, Map.of()), Optional.of(person), upTo);
    assertThat(late).isInstanceOf(Enrolment.NewPerson.class);
  }

  @Test
  void rowsDeletedByHandAreNoHitEither() throws SQLException {
    UUID encounter = enrol("r1", 1).encounterId();
    assertThat(found(1)).isPresent();
    asSuperuser("delete from criminal.encounter where encounter_id = '" + encounter + "'");
    assertThat(found(1)).isEmpty();
    assertThat(changes()).isEqualTo(2);

    UUID second = enrol("r2", 2).encounterId();
    assertThat(found(2)).isPresent();
    asSuperuser("delete from criminal.finger where encounter_id = '" + second + "'");
    assertThat(found(2)).isEmpty();

    enrol("r3", 3);
    assertThat(found(3)).isPresent();
    asSuperuser("truncate criminal.encounter cascade");
    assertThat(found(3)).isEmpty();
  }

  @Test
  void putOffTriggersDoNotHelp() throws SQLException {
    Enrolment.NewPerson one = enrol("r1", 1);
    assertThat(found(1)).isPresent();
    asSuperuser(
        "set session_replication_role = replica",
        "delete from criminal.person where person_id = '" + one.personId() + "'");
    assertThat(found(1)).isEmpty();
  }

  @Test
  void whatIsLeftByHandIsStillSearched() throws SQLException {
    UUID person = enrol("r1", 1).personId();
    found(1);
    asSuperuser("delete from criminal.finger where fgp > 8");
    assertThat(found(1)).contains(person);
    assertThat(changes()).isEqualTo(3);
    asSuperuser("update criminal.encounter set sealed = true");
    assertThat(found(1)).isEmpty();
  }

  private void asSuperuser(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.adminUrl());
        var statement = connection.createStatement()) {
      for (String sql : List.of(statements)) {
        statement.execute(sql);
      }
    }
  }
}
