package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.repository.TestRepository.booking;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class EncounterStoreTest {
  @TempDir private Path folder;
  private TestDatabase database;
  private EncounterStore store;
  private JdbcClient rows;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    RepositoryProfile profile = RepositoryProfile.criminal();
    TestRepository.open(profile, database.of().criminal(), folder).close();
    store = new EncounterStore(database.of().criminal(), profile);
    rows = JdbcClient.create(database.of().criminal());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Enrolment enrol(EncounterRecord record, Optional<UUID> known) {
    return store.enrol(record, known, Optional::empty);
  }

  private Enrolment.NewPerson stranger(String source, Map<String, String> identifiers) {
    return (Enrolment.NewPerson) enrol(booking(source, 1, identifiers), Optional.empty());
  }

  private int count(String table) {
    return rows.sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Test
  void aNewPersonIsKeptWhole() {
    Enrolment.NewPerson added = stranger("r1", Map.of("SID", "CA0001"));
    PersonRecord person = store.person(added.personId()).orElseThrow();
    assertThat(person.names()).containsExactly("DOE,SAM", "R1");
    assertThat(person.identifiers().get("SID")).containsExactly("CA0001");
    assertThat(person.encounters()).isEqualTo(1);
    assertThat(person.history()).extracting(HistoryRecord::description).containsExactly("THEFT r1");
    EncounterFile file = store.file(added.encounterId()).orElseThrow();
    assertThat(file.bytes()).isEqualTo("r1".getBytes(StandardCharsets.UTF_8));
    assertThat(file.source()).isEqualTo("r1");
    assertThat(store.earlier("r1")).isPresent();
    assertThat(store.size()).isEqualTo(new RepositorySize(1, 1));
  }

  @Test
  void nobodyIsNobody() {
    assertThat(store.person(UUID.randomUUID())).isEmpty();
    assertThat(store.file(UUID.randomUUID())).isEmpty();
    assertThat(store.earlier("r1")).isEmpty();
  }

  @Test
  void aSourceEnrolsOnceHoweverOftenItIsTried() {
    Enrolment first = stranger("r1", Map.of());
    assertThat(stranger("r1", Map.of())).isEqualTo(first);
    assertThat(enrol(booking("r1", 2, Map.of()), Optional.of(UUID.randomUUID()))).isEqualTo(first);
    assertThat(store.size()).isEqualTo(new RepositorySize(1, 1));
    assertThat(count("gallery_change")).isEqualTo(1);
  }

  @Test
  void anotherEncounterOfSomebodyKnownAddsToThem() {
    UUID person = stranger("r1", Map.of()).personId();
    Enrolment again = enrol(booking("r2", 1, Map.of("SID", "CA0002")), Optional.of(person));
    assertThat(again)
        .isInstanceOfSatisfying(
            Enrolment.KnownPerson.class, known -> assertThat(known.personId()).isEqualTo(person));
    PersonRecord record = store.person(person).orElseThrow();
    assertThat(record.encounters()).isEqualTo(2);
    assertThat(record.names()).containsExactlyInAnyOrder("DOE,SAM", "R1", "R2");
    assertThat(record.identifiers().get("FBI")).as("no second number").hasSize(1);
    assertThat(record.identifiers().get("SID")).containsExactly("CA0002");
  }

  @Test
  void theLastLookCountsWhereTheSearchFoundNobody() {
    UUID person = stranger("r1", Map.of()).personId();
    Enrolment late =
        store.enrol(booking("r2", 1, Map.of()), Optional.empty(), () -> Optional.of(person));
    assertThat(late).isInstanceOf(Enrolment.KnownPerson.class);
    assertThat(store.size()).isEqualTo(new RepositorySize(1, 2));
  }

  @Test
  void anIdentifierOfAnotherPersonIsRefusedAndNothingIsStored() {
    stranger("r1", Map.of("SID", "CA0001"));
    Enrolment refused = enrol(booking("r2", 2, Map.of("SID", "CA0001")), Optional.empty());
    assertThat(refused).isEqualTo(new Enrolment.IdentifierTaken("SID", "CA0001"));
    assertThat(store.size()).isEqualTo(new RepositorySize(1, 1));
    assertThat(store.earlier("r2")).isEmpty();
  }

  @Test
  void aNumberThatWasImportedIsPassedOver() {
    stranger("r1", Map.of("FBI", "R00000001"));
    UUID second = stranger("r2", Map.of()).personId();
    assertThat(store.person(second).orElseThrow().identifiers().get("FBI"))
        .containsExactly("R00000002");
  }

  @Test
  void aFailureHalfwayLeavesNothing() {
    rows.sql("alter table gallery_change rename to away").update();
    assertThatThrownBy(() -> stranger("r1", Map.of())).isInstanceOf(RuntimeException.class);
    rows.sql("alter table away rename to gallery_change").update();
    assertThat(store.size()).isEqualTo(new RepositorySize(0, 0));
    for (String table : List.of("encounter_file", "finger", "identifier", "history_record")) {
      assertThat(count(table)).as(table).isZero();
    }
  }
}
