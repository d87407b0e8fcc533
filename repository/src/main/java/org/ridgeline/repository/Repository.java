package org.ridgeline.repository;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.search.rank.Probe;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.TenPrint;

/// One biometric repository: its persons, and the search among them.
///
/// The database is the truth, the gallery's files follow it: before every search the changes it has
/// not seen are read, so encounters added by another process are found too. After a restart nothing
/// is extracted or signed again.
/// - **Error** a purpose the profile does not allow, or a probe without a finger:
///   IllegalArgumentException; database trouble: Spring's DataAccessException; disk trouble:
///   UncheckedIOException; a damaged gallery: IllegalStateException, until it is opened again
public final class Repository implements AutoCloseable {
  private final RepositoryProfile profile;
  private final EncounterStore store;
  private final KeptGallery gallery;
  private final Engine engine;
  private final Population population;

  private Repository(
      RepositoryProfile profile,
      EncounterStore store,
      KeptGallery gallery,
      Engine engine,
      Population population) {
    this.profile = profile;
    this.store = store;
    this.gallery = gallery;
    this.engine = engine;
    this.population = population;
  }

  /// Opens the repository whose schema, named like the profile, the data source's role owns: brings
  /// the schema up to date, and the gallery's files, which are made where there are none.
  /// - **Shape** `galleryFolder`: this repository's alone; `population`: shared by the repositories
  ///   that a booking is searched in
  /// - **Error** the folder is another database's gallery: IllegalStateException; it is open
  ///   already: GalleryInUseException
  public static Repository open(
      RepositoryProfile profile,
      DataSource dataSource,
      Path galleryFolder,
      Engine engine,
      Population population) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(profile.name())
        .createSchemas(false)
        .locations("classpath:db/repository")
        .load()
        .migrate();
    var store = new EncounterStore(dataSource, profile);
    var gallery = new KeptGallery(profile.name(), dataSource, galleryFolder, engine);
    population.with(profile.name(), gallery.encounters());
    return new Repository(profile, store, gallery, engine, population);
  }

  public RepositoryProfile profile() {
    return profile;
  }

  /// Searches for the person whose prints these are. The probe is not kept.
  public Identification identify(TenPrint probe, Purpose purpose) {
    allow(purpose);
    Probe fingers = engine.probe(probe);
    return gallery.search(snapshot -> {
      long persons = persons(snapshot);
      Thresholds lines = profile.thresholds();
      var options = new Engine.Options(true, lines.reviewMin(persons), Optional.empty());
      CandidateList candidates = engine.search(fingers, snapshot, options).candidates();
      return new Identification(lines.decide(candidates, persons), candidates);
    });
  }

  private long persons(Snapshot snapshot) {
    return population.with(profile.name(), snapshot.encounters());
  }

  /// Adds an encounter: to `known`, or, where that is empty, to the person found among the
  /// encounters added since the search that saw the gallery up to `searchedUpTo`, or to a new
  /// person. The last look happens under the lock that orders enrolments, so two bookings of one
  /// new person at the same moment do not become two persons.
  public Enrolment enrol(EncounterRecord record, Optional<UUID> known, long searchedUpTo) {
    allow(Purpose.ENROLMENT);
    return store.enrol(record, known, () -> personAddedSince(record.prints(), searchedUpTo));
  }

  /// Searches, then enrols: what an owner's import does.
  public Enrolment importEncounter(EncounterRecord record) {
    allow(Purpose.ENROLMENT);
    Identification found = identify(record.prints(), Purpose.ENROLMENT);
    Optional<UUID> known =
        found.decision() instanceof Decision.Hit(var candidate)
            ? Optional.of(candidate.personId())
            : Optional.empty();
    return enrol(record, known, found.candidates().upTo());
  }

  private Optional<UUID> personAddedSince(TenPrint prints, long searchedUpTo) {
    Probe fingers = engine.probe(prints);
    Decision decision =
        gallery.search(snapshot -> {
          CandidateList since = engine.searchSince(fingers, snapshot, searchedUpTo).candidates();
          return profile.thresholds().decide(since, persons(snapshot));
        });
    return decision instanceof Decision.Hit(var candidate)
        ? Optional.of(candidate.personId())
        : Optional.empty();
  }

  /// Whether a source has been enrolled.
  public boolean isEnrolled(String source) {
    return store.isEnrolled(source);
  }

  /// A person's record; empty where there is none.
  public Optional<PersonRecord> person(UUID personId, Purpose purpose) {
    allow(purpose);
    return store.person(personId);
  }

  /// The file an encounter's prints came in; empty where there is none.
  public Optional<byte[]> encounterFile(UUID encounterId, Purpose purpose) {
    allow(purpose);
    return store.file(encounterId);
  }

  /// How many persons and encounters are enrolled.
  public Size size() {
    return store.size();
  }

  /// Encounters in the gallery now, without looking for changes.
  public int gallerySize() {
    return gallery.encounters();
  }

  /// Lets the gallery's files go; searches and enrolments fail from then on.
  @Override
  public void close() {
    gallery.close();
  }

  private void allow(Purpose purpose) {
    if (!profile.purposes().contains(purpose)) {
      throw new IllegalArgumentException(
          "purpose="
              + purpose
              + " not allowed in "
              + profile.name()
              + ", allowed="
              + List.copyOf(profile.purposes()));
    }
  }

  /// Persons and encounters enrolled.
  public record Size(int persons, int encounters) {}
}
