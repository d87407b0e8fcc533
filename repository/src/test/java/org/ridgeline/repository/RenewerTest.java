package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.repository.TestRepository.booking;
import static org.ridgeline.repository.TestRepository.prints;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RenewerTest {
  private static final UUID FIRST = new UUID(0, 0);
  private static final int PRESENT = 7;

  @TempDir private Path folder;
  private TestDatabase database;
  private Repository criminal;
  private Renewer renewer;
  private Amender amender;
  private JdbcClient rows;
  private TransactionTemplate transaction;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    var source = database.of().criminal();
    criminal = TestRepository.open(RepositoryProfile.criminal(), source, folder);
    renewer = new Renewer(source, PRESENT);
    amender = new Amender(source, RepositoryProfile.criminal());
    rows = JdbcClient.create(source);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  @AfterEach
  void close() {
    criminal.close();
    database.close();
  }

  private Enrolment.NewPerson enrol(int person) {
    return (Enrolment.NewPerson) criminal.importEncounter(booking("r" + person, person, Map.of()));
  }

  private static Template by(Template template, int extractor) {
    return new Template(
        template.widthPx(),
        template.heightPx(),
        template.resolutionPpi(),
        template.quality(),
        template.minutiae(),
        template.ridges(),
        extractor);
  }

  private static NewTemplates anew(UUID encounterId, int person) {
    Map<FingerPosition, Template> made = new EnumMap<>(FingerPosition.class);
    prints(person, 3).fingers().forEach((finger, one) -> made.put(finger, by(one, PRESENT)));
    return new NewTemplates(encounterId, made, Map.of());
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

  private static TemplateStanding standing(long present, long waiting, long encounters) {
    return new TemplateStanding(present, waiting, 0, 0, 0, encounters);
  }

  @Test
  void templatesAreReplacedAndFoundAsBefore() {
    Enrolment.NewPerson one = enrol(1);
    enrol(2);
    assertThat(renewer.standing()).isEqualTo(standing(0, 20, 2));
    assertThat(renewer.read(one.encounterId()).fingers()).hasSize(10);
    assertThat(renewer.replace(List.of(anew(one.encounterId(), 1)))).isEqualTo(10);
    assertThat(renewer.standing()).isEqualTo(standing(10, 10, 1));
    assertThat(renewer.read(one.encounterId()).fingers()).isEmpty();
    assertThat(renewer.read(one.encounterId()).file().bytes()).isEmpty();
    assertThat(found(1)).contains(one.personId());
    assertThat(criminal.gallerySize()).isEqualTo(2);
    assertThat(count("gallery_change")).as("two came, one went and came").isEqualTo(4);
  }

  @Test
  void aTemplateOfThisExtractorOrALaterOneStays() {
    UUID encounter = enrol(1).encounterId();
    renewer.replace(List.of(anew(encounter, 1)));
    assertThat(renewer.replace(List.of(anew(encounter, 1)))).isZero();
    assertThat(renewer.waiting(FIRST, 10)).isEmpty();
    Renewer earlier = new Renewer(database.of().criminal(), PRESENT - 1);
    assertThat(earlier.waiting(FIRST, 10)).isEmpty();
    assertThat(earlier.replace(List.of(anew(encounter, 1)))).isZero();
    assertThat(new Renewer(database.of().criminal(), PRESENT + 1).waiting(FIRST, 10))
        .containsExactly(encounter);
    assertThat(count("gallery_change")).isEqualTo(3);
  }

  @Test
  void waitingEncountersComeById() {
    List<UUID> ids =
        rows.sql("select ?::uuid union select ?::uuid union select ?::uuid order by 1")
            .params(enrol(1).encounterId(), enrol(2).encounterId(), enrol(3).encounterId())
            .query(UUID.class)
            .list();
    assertThat(renewer.waiting(FIRST, 2)).isEqualTo(ids.subList(0, 2));
    assertThat(renewer.waiting(ids.get(1), 2)).isEqualTo(ids.subList(2, 3));
  }

  @Test
  void aFingerThatKeepsItsTemplateIsNotTriedAgain() {
    UUID encounter = enrol(1).encounterId();
    var left =
        Map.of(
            FingerPosition.LEFT_THUMB, NotRenewed.NO_IMAGE,
            FingerPosition.RIGHT_THUMB, NotRenewed.NOT_USABLE);
    Map<FingerPosition, Template> made = new EnumMap<>(anew(encounter, 1).templates());
    made.keySet().removeAll(left.keySet());
    renewer.replace(List.of(new NewTemplates(encounter, made, left)));
    assertThat(renewer.standing()).isEqualTo(new TemplateStanding(8, 0, 1, 1, 0, 0));
    assertThat(renewer.standing().fingers()).isEqualTo(10);
    assertThat(renewer.waiting(FIRST, 10)).isEmpty();
    Renewer later = new Renewer(database.of().criminal(), PRESENT + 1);
    assertThat(later.read(encounter).fingers()).hasSize(10);
    transaction.execute(_ -> amender.removeEncounter(encounter));
    assertThat(count("not_renewed")).isZero();
  }

  @Test
  void neitherFingersNorEncountersAreAdded() {
    UUID encounter = enrol(1).encounterId();
    rows.sql("delete from finger where fgp > 6").update();
    assertThat(renewer.replace(List.of(anew(encounter, 1), anew(new UUID(4, 4), 2)))).isEqualTo(6);
    renewer.replace(
        List.of(
            new NewTemplates(
                encounter, Map.of(), Map.of(FingerPosition.LEFT_RING, NotRenewed.NO_IMAGE))));
    assertThat(count("finger")).isEqualTo(6);
    assertThat(count("encounter")).isEqualTo(1);
    assertThat(count("not_renewed")).isZero();
  }

  @Test
  void whatIsSealedIsNotRead() {
    Enrolment.NewPerson one = enrol(1);
    UUID other = enrol(2).encounterId();
    transaction.execute(_ -> amender.sealPerson(one.personId(), true));
    transaction.execute(_ -> amender.sealEncounter(other, true));
    assertThat(renewer.standing()).isEqualTo(new TemplateStanding(0, 0, 0, 0, 20, 0));
    assertThat(renewer.waiting(FIRST, 10)).isEmpty();
    assertThat(renewer.read(other).file().bytes()).isEmpty();
  }

  /// Sealed after its images were read: it is replaced, and stays out of searches.
  @Test
  void whoWasSealedMeanwhileIsNotFound() {
    Enrolment.NewPerson one = enrol(1);
    transaction.execute(_ -> amender.sealPerson(one.personId(), true));
    assertThat(renewer.replace(List.of(anew(one.encounterId(), 1)))).isEqualTo(10);
    assertThat(found(1)).isEmpty();
    transaction.execute(_ -> amender.sealPerson(one.personId(), false));
    assertThat(found(1)).contains(one.personId());
  }

  /// The images were read before, the templates come after: whoever is first waits for nobody, and
  /// nothing comes back.
  @Test
  void whoIsErasedMeanwhileStaysErased() throws Exception {
    Enrolment.NewPerson one = enrol(1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Integer> renewal =
          transaction.execute(_ -> {
            amender.removePerson(one.personId());
            Future<Integer> begun =
                threads.submit(() -> renewer.replace(List.of(anew(one.encounterId(), 1))));
            awaitOneWaiting();
            return begun;
          });
      assertThat(renewal.get(60, TimeUnit.SECONDS)).isZero();
    }
    for (String table : List.of("person", "encounter", "encounter_file", "finger", "not_renewed")) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(found(1)).isEmpty();
    assertThat(criminal.gallerySize()).isZero();
  }

  /// Until the renewal stands behind the erasure that is open.
  private void awaitOneWaiting() {
    String waiting = "select exists (select from pg_locks where not granted)";
    var own = JdbcClient.create(database.of().exchange());
    while (!own.sql(waiting).query(Boolean.class).single()) {
      Thread.onSpinWait();
    }
  }
}
