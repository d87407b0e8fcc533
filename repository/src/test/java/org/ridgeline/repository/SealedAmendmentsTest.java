package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.repository.TestRepository.booking;
import static org.ridgeline.repository.TestRepository.prints;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.repository.amend.Change;
import org.ridgeline.repository.amend.Change.Kind;
import org.ridgeline.vocabulary.Decision;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Every kind of amendment against what is sealed: only lifting the seal makes it found again.
class SealedAmendmentsTest {
  /// What is refused while the encounter's person is sealed.
  private static final Set<Kind> REFUSED_OF_PERSON =
      EnumSet.of(Kind.MERGE, Kind.MOVE, Kind.UNLINK, Kind.SEAL_PERSON, Kind.UNSEAL_ENCOUNTER);

  /// What is refused while the person to become is sealed.
  private static final Set<Kind> REFUSED_OF_TARGET = EnumSet.of(Kind.MERGE, Kind.MOVE);

  @TempDir private Path folder;
  private TestDatabase database;
  private Repository criminal;
  private Amender amender;
  private TransactionTemplate transaction;
  private UUID person;
  private UUID encounter;
  private UUID other;

  /// One person with two encounters of prints 1, another of prints 2.
  @BeforeEach
  void open() {
    database = TestDatabase.create();
    var source = database.of().criminal();
    criminal = TestRepository.open(RepositoryProfile.criminal(), source, folder);
    amender = new Amender(source, RepositoryProfile.criminal());
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    person =
        ((Enrolment.NewPerson) criminal.importEncounter(booking("r1", 1, Map.of()))).personId();
    encounter =
        ((Enrolment.KnownPerson) criminal.importEncounter(booking("r2", 1, Map.of())))
            .encounterId();
    other = ((Enrolment.NewPerson) criminal.importEncounter(booking("r3", 2, Map.of()))).personId();
  }

  @AfterEach
  void close() {
    criminal.close();
    database.close();
  }

  private Optional<String> amend(Change change) {
    UUID subject = change.subject();
    try {
      transaction.executeWithoutResult(_ -> {
        switch (change.kind()) {
          case REMOVE_ENCOUNTER, EXPUNGE_ENCOUNTER -> amender.removeEncounter(subject);
          case REMOVE_PERSON, EXPUNGE_PERSON -> amender.removePerson(subject);
          case MERGE -> amender.merge(subject, change.target().orElseThrow());
          case MOVE, UNLINK -> amender.move(subject, change.target());
          case SEAL_ENCOUNTER -> amender.sealEncounter(subject, true);
          case UNSEAL_ENCOUNTER -> amender.sealEncounter(subject, false);
          case SEAL_PERSON -> amender.sealPerson(subject, true);
          case UNSEAL_PERSON -> amender.sealPerson(subject, false);
        }
      });
      return Optional.empty();
    } catch (AmendmentRefusedException e) {
      return Optional.of(e.getMessage());
    }
  }

  private Change change(Kind kind) {
    return new Change(
        kind,
        kind.isOfPerson() ? person : encounter,
        kind == Kind.MERGE || kind == Kind.MOVE ? Optional.of(other) : Optional.empty());
  }

  private boolean isFound(int prints) {
    return criminal.identify(prints(prints, 9), Purpose.CRIMINAL_BOOKING).decision()
        instanceof Decision.Hit;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void ofASealedPersonNothingIsFoundButByLiftingTheSeal(Kind kind) {
    amend(Change.of(Kind.SEAL_PERSON, person));
    assertThat(isFound(1)).isFalse();
    Optional<String> refusal = amend(change(kind));
    assertThat(refusal.isPresent()).as("%s", refusal).isEqualTo(REFUSED_OF_PERSON.contains(kind));
    if (kind == Kind.MERGE || kind == Kind.MOVE || kind == Kind.UNLINK) {
      assertThat(refusal.orElseThrow()).contains("sealed: unseal");
    }
    assertThat(isFound(1)).isEqualTo(kind == Kind.UNSEAL_PERSON);
    assertThat(isFound(2)).as("the other's").isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class)
  void aSealedEncounterKeepsItsSealWhoseverItIs(Kind kind) {
    amend(Change.of(Kind.SEAL_ENCOUNTER, encounter));
    int before = criminal.gallerySize();
    amend(change(kind));
    if (kind == Kind.UNSEAL_ENCOUNTER) {
      isFound(1);
      assertThat(criminal.gallerySize()).isEqualTo(before + 1);
    } else {
      isFound(1);
      assertThat(criminal.gallerySize()).isLessThanOrEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void intoASealedPersonNothingGoes(Kind kind) {
    amend(Change.of(Kind.SEAL_PERSON, other));
    Optional<String> refusal = amend(change(kind));
    assertThat(isFound(2)).as("of the sealed").isFalse();
    if (REFUSED_OF_TARGET.contains(kind)) {
      assertThat(refusal.orElseThrow()).contains("sealed: unseal");
      assertThat(isFound(1)).isTrue();
    }
  }
}
