package org.ridgeline.repository;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.ridgeline.search.gallery.Gallery;
import org.ridgeline.search.rank.ExhaustiveSearch;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.TenPrint;

/// One biometric repository: its persons, and the search among them.
///
/// The database is the truth, the gallery in memory follows it: before every search it reads the
/// changes it has not seen, so encounters added by another process are found too, and nothing is
/// extracted again after a restart.
/// - **Error** a purpose the profile does not allow: IllegalArgumentException; database trouble:
///   Spring's DataAccessException
public final class Repository {
  private final RepositoryProfile profile;
  private final EncounterStore store;
  private final Gallery gallery = new Gallery();
  private final GalleryFollower follower;

  private Repository(RepositoryProfile profile, DataSource dataSource) {
    this.profile = profile;
    store = new EncounterStore(dataSource, profile);
    follower = new GalleryFollower(dataSource, gallery);
  }

  /// Opens the repository whose schema, named like the profile, the data source's role owns: brings
  /// the schema up to date and loads the gallery.
  public static Repository open(RepositoryProfile profile, DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(profile.name())
        .createSchemas(false)
        .locations("classpath:db/repository")
        .load()
        .migrate();
    Repository repository = new Repository(profile, dataSource);
    repository.follower.catchUp();
    return repository;
  }

  public RepositoryProfile profile() {
    return profile;
  }

  /// Searches for the person whose prints these are. The probe is not kept.
  public Identification identify(TenPrint probe, Purpose purpose) {
    allow(purpose);
    follower.catchUp();
    CandidateList candidates = ExhaustiveSearch.rank(probe, gallery);
    return new Identification(
        profile.thresholds().decide(candidates, size().persons()), candidates);
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
    follower.catchUp();
    CandidateList since = ExhaustiveSearch.rankSince(prints, gallery, searchedUpTo);
    return profile.thresholds().decide(since, size().persons())
            instanceof Decision.Hit(var candidate)
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
    return gallery.snapshot().entries().size();
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
