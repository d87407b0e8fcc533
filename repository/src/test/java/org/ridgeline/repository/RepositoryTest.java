package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.repository.TestRepository.booking;
import static org.ridgeline.repository.TestRepository.prints;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.vocabulary.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;

class RepositoryTest {
  @TempDir private Path folder;
  private TestDatabase database;
  private Repository criminal;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    criminal =
        TestRepository.open(
            RepositoryProfile.criminal(), database.of().criminal(), folder.resolve("criminal"));
  }

  @AfterEach
  void close() {
    criminal.close();
    database.close();
  }

  private static UUID personOf(Enrolment enrolment) {
    return switch (enrolment) {
      case Enrolment.NewPerson(UUID person, UUID _) -> person;
      case Enrolment.KnownPerson(UUID person, UUID _) -> person;
      case Enrolment.IdentifierTaken taken -> throw new AssertionError(taken);
    };
  }

  @Test
  void whoIsEnrolledIsFoundByAnotherTouch() {
    UUID person = personOf(criminal.importEncounter(booking("r1", 1, Map.of())));
    Identification found = criminal.identify(prints(1, 9), Purpose.CRIMINAL_BOOKING);
    assertThat(found.decision())
        .isInstanceOfSatisfying(
            Decision.Hit.class, hit -> assertThat(hit.candidate().personId()).isEqualTo(person));
    assertThat(criminal.identify(prints(2, 1), Purpose.CRIMINAL_BOOKING).decision())
        .isInstanceOf(Decision.NoHit.class);
  }

  @Test
  void anEncountersPrintsAreReadAndTheOneBeforeIt() {
    Enrolment first = criminal.importEncounter(booking("r1", 1, Map.of()));
    Enrolment second = criminal.importEncounter(booking("r2", 1, Map.of()));
    assertThat(personOf(second)).isEqualTo(personOf(first));
    UUID newest = encounterOf(second);
    assertThat(criminal.encounterOf("r2")).contains(newest);
    assertThat(criminal.encounterOf("r3")).isEmpty();
    assertThat(criminal.encounterBefore(newest, Purpose.LEAD_REVIEW)).contains(encounterOf(first));
    assertThat(criminal.encounterBefore(encounterOf(first), Purpose.LEAD_REVIEW)).isEmpty();
    assertThat(criminal.encounterPrints(newest, Purpose.LEAD_REVIEW))
        .contains(booking("r2", 1, Map.of()).prints());
    assertThat(criminal.encounterPrints(UUID.randomUUID(), Purpose.LEAD_REVIEW)).isEmpty();
    assertThatThrownBy(() -> criminal.encounterPrints(newest, Purpose.INTEROPERABILITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPersonIsFoundByTheirNumberAndTheirPrintsAreComparedWithNobodyElses() {
    UUID person = personOf(criminal.importEncounter(booking("r1", 1, Map.of())));
    criminal.importEncounter(booking("r2", 2, Map.of()));
    String number =
        criminal
            .person(person, Purpose.VERIFICATION)
            .orElseThrow()
            .identifiers()
            .get(RepositoryProfile.FBI)
            .getFirst();
    assertThat(criminal.personOf(RepositoryProfile.FBI, number, Purpose.VERIFICATION))
        .contains(person);
    assertThat(criminal.personOf(RepositoryProfile.SID, number, Purpose.VERIFICATION)).isEmpty();
    Verification match = criminal.verify(prints(1, 9), person, Purpose.VERIFICATION);
    assertThat(match.result()).isEqualTo(Verification.Result.MATCH);
    assertThat(match.encounterId()).isEqualTo(criminal.encounterOf("r1"));
    assertThat(criminal.verify(prints(2, 9), person, Purpose.VERIFICATION).result())
        .as("prints of another who is on record, too")
        .isEqualTo(Verification.Result.NO_MATCH);
    assertThat(criminal.verify(prints(1, 9), UUID.randomUUID(), Purpose.VERIFICATION))
        .isEqualTo(new Verification(Verification.Result.NO_MATCH, 0, Optional.empty(), Set.of()));
  }

  @Test
  void whoIsSealedIsNobodysNumberAndMatchesNothing() {
    Enrolment enrolled = criminal.importEncounter(booking("r1", 1, Map.of()));
    UUID person = personOf(enrolled);
    JdbcClient.create(database.of().criminal()).sql("update person set sealed = true").update();
    assertThat(criminal.personOf(RepositoryProfile.FBI, "R00000001", Purpose.VERIFICATION))
        .isEmpty();
    assertThat(criminal.verify(prints(1, 9), person, Purpose.VERIFICATION).result())
        .isEqualTo(Verification.Result.NO_MATCH);
    assertThat(criminal.encounters(person, Purpose.IMAGE_REQUEST)).isEmpty();
  }

  private static UUID encounterOf(Enrolment enrolment) {
    return switch (enrolment) {
      case Enrolment.NewPerson(UUID _, UUID encounter) -> encounter;
      case Enrolment.KnownPerson(UUID _, UUID encounter) -> encounter;
      case Enrolment.IdentifierTaken taken -> throw new AssertionError(taken);
    };
  }

  @Test
  void twoBookingsOfOneNewPersonAtTheSameMomentBecomeOne() throws Exception {
    int bookings = 2;
    CyclicBarrier searched = new CyclicBarrier(bookings);
    List<Future<Enrolment>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < bookings; i++) {
        EncounterRecord record = booking("r" + i, 1, Map.of());
        all.add(
            threads.submit(() -> {
              Identification found = criminal.identify(record.prints(), Purpose.CRIMINAL_BOOKING);
              assertThat(found.decision()).isInstanceOf(Decision.NoHit.class);
              searched.await();
              return criminal.enrol(record, Optional.empty(), found.candidates().upTo());
            }));
      }
      assertThat(personOf(all.get(0).get())).isEqualTo(personOf(all.get(1).get()));
    }
    assertThat(criminal.size()).isEqualTo(new RepositorySize(1, 2));
    assertThat(all.stream().map(Future::resultNow))
        .filteredOn(Enrolment.NewPerson.class::isInstance)
        .hasSize(1);
  }

  @Test
  void twoNewPeopleAtTheSameMomentStayTwo() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<Enrolment>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i <= 2; i++) {
        EncounterRecord record = booking("r" + i, i, Map.of());
        all.add(
            threads.submit(() -> {
              together.await();
              return criminal.importEncounter(record);
            }));
      }
      assertThat(personOf(all.get(0).get())).isNotEqualTo(personOf(all.get(1).get()));
    }
    assertThat(criminal.size()).isEqualTo(new RepositorySize(2, 2));
  }

  @Test
  void whatAnotherProcessEnrolledIsFoundToo() {
    var elsewhere =
        TestRepository.open(
            RepositoryProfile.criminal(), database.of().criminal(), folder.resolve("elsewhere"));
    try (elsewhere) {
      personOf(elsewhere.importEncounter(booking("r1", 1, Map.of())));
    }
    assertThat(criminal.gallerySize()).isZero();
    assertThat(criminal.identify(prints(1, 9), Purpose.CRIMINAL_BOOKING).decision())
        .isInstanceOf(Decision.Hit.class);
    assertThat(criminal.gallerySize()).isEqualTo(1);
  }

  @Test
  void aPurposeThatTheProfileDoesNotAllowIsRefusedBeforeAnythingIsRead() {
    UUID person = personOf(criminal.importEncounter(booking("r1", 1, Map.of())));
    String refused = "purpose=INTEROPERABILITY not allowed in criminal";
    assertThatThrownBy(() -> criminal.identify(prints(1, 9), Purpose.INTEROPERABILITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(refused);
    assertThatThrownBy(() -> criminal.person(person, Purpose.INTEROPERABILITY))
        .hasMessageStartingWith(refused);
    assertThatThrownBy(() -> criminal.encounterFile(person, Purpose.INTEROPERABILITY))
        .hasMessageStartingWith(refused);
    assertThat(criminal.person(person, Purpose.LEAD_REVIEW)).isPresent();
  }

  @Test
  void immigrationIsNotSearchedAsACriminalRecord() {
    var immigration =
        TestRepository.open(
            RepositoryProfile.immigration(),
            database.of().immigration(),
            folder.resolve("immigration"));
    try (immigration) {
      assertThatThrownBy(() -> immigration.identify(prints(1, 1), Purpose.CRIMINAL_BOOKING))
          .hasMessageStartingWith("purpose=CRIMINAL_BOOKING not allowed in immigration");
      assertThat(immigration.identify(prints(1, 1), Purpose.INTEROPERABILITY).decision())
          .isInstanceOf(Decision.NoHit.class);
    }
  }

  @Test
  void aBookingIsNotSearchedAmongApplicants() {
    try (Repository civil = civil()) {
      UUID person = personOf(civil.importEncounter(booking("r1", 1, Map.of())));
      for (Purpose purpose :
          List.of(Purpose.CRIMINAL_BOOKING, Purpose.INTEROPERABILITY, Purpose.LEAD_REVIEW)) {
        assertThatThrownBy(() -> civil.identify(prints(1, 9), purpose))
            .hasMessageStartingWith("purpose=" + purpose + " not allowed in civil");
        assertThatThrownBy(() -> civil.person(person, purpose))
            .hasMessageStartingWith("purpose=" + purpose + " not allowed in civil");
      }
      assertThat(civil.identify(prints(1, 9), Purpose.APPLICANT).decision())
          .isInstanceOf(Decision.Hit.class);
      assertThat(civil.person(person, Purpose.IMAGE_REQUEST).orElseThrow().identifiers())
          .isEqualTo(Map.of(RepositoryProfile.UCN, List.of("C00000001")));
    }
    criminal.importEncounter(booking("r2", 2, Map.of()));
    assertThat(criminal.identify(prints(2, 9), Purpose.APPLICANT).decision())
        .as("an applicant is found among those who were booked")
        .isInstanceOf(Decision.Hit.class);
  }

  @Test
  void whatComparesWithOnePersonSearchesForNobody() {
    for (Purpose purpose :
        List.of(Purpose.VERIFICATION, Purpose.IMAGE_REQUEST, Purpose.LEAD_REVIEW)) {
      assertThatThrownBy(() -> criminal.identify(prints(1, 1), purpose))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("purpose=" + purpose + " searches for nobody");
    }
  }

  private Repository civil() {
    return TestRepository.open(
        RepositoryProfile.civil(), database.of().civil(), folder.resolve("civil"));
  }
}
