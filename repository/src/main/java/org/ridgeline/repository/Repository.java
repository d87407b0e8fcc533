package org.ridgeline.repository;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.decision.VerificationLines;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.search.rank.PrintComparison;
import org.ridgeline.search.rank.Probe;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One biometric repository: its persons, and the search among them.
///
/// The database is the truth, the gallery's files follow it: before every search the changes it has
/// not seen are read, so encounters added by another process are found too. After a restart nothing
/// is extracted or signed again.
/// - **Error** a purpose the profile does not allow, or a probe without a finger:
///   IllegalArgumentException; database trouble: Spring's DataAccessException; disk trouble:
///   UncheckedIOException; a damaged gallery: IllegalStateException, until it is opened again
public final class Repository implements AutoCloseable {
  /// Searches of one probe, the last of which changes wait for.
  private static final int SEARCHES_MAX = 5;

  private static final List<FingerPosition> FINGERS = List.of(FingerPosition.values());

  private final RepositoryProfile profile;
  private final EncounterStore store;
  private final Gallery gallery;
  private final GalleryFollower follower;
  private final Engine engine;
  private final Population population;
  private final StoredRidges ridges;

  /// Over a gallery that is open and has what the database has.
  Repository(
      RepositoryProfile profile,
      DataSource dataSource,
      Gallery gallery,
      Engine engine,
      Population population) {
    this.profile = profile;
    this.gallery = gallery;
    this.engine = engine;
    this.population = population;
    store = new EncounterStore(dataSource, profile);
    follower = new GalleryFollower(dataSource, gallery, engine);
    ridges = new StoredRidges(dataSource);
  }

  /// Opens the repository whose schema, named like the profile, the data source's role owns: brings
  /// the schema up to date, and the gallery's files, which are made where there are none.
  /// - **Shape** `galleryFolder`: this repository's alone; `population`: shared by the repositories
  ///   of one process
  /// - **Error** the folder is another database's gallery: IllegalStateException; it is open
  ///   already: GalleryInUseException
  public static Repository open(
      RepositoryProfile profile,
      DataSource dataSource,
      Path galleryFolder,
      Engine engine,
      Population population) {
    migrate(profile, dataSource);
    Gallery gallery = new GalleryFolder(profile.name(), dataSource, galleryFolder, engine).open();
    population.note(profile, gallery.encounters());
    return new Repository(profile, dataSource, gallery, engine, population);
  }

  /// Brings a repository's schema up to date without opening its gallery.
  public static void migrate(RepositoryProfile profile, DataSource dataSource) {
    migrate(profile, dataSource, "latest");
  }

  /// Brings a repository's schema to a version, for rows of that version.
  public static void migrate(RepositoryProfile profile, DataSource dataSource, String version) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(profile.name())
        .createSchemas(false)
        .locations("classpath:db/repository")
        .target(version)
        .load()
        .migrate();
  }

  /// Encounters in the rows of a repository that is not opened.
  public static int encounters(DataSource dataSource) {
    return EncounterStore.size(JdbcClient.create(dataSource)).encounters();
  }

  public RepositoryProfile profile() {
    return profile;
  }

  /// Searches for the person whose prints these are. The probe is not kept. Lines are drawn for as
  /// many persons as all repositories have that the purpose's check searches.
  /// - **Error** a purpose that is no search, as [Purpose#VERIFICATION]: IllegalArgumentException
  public Identification identify(TenPrint probe, Purpose purpose) {
    allow(purpose);
    Check check = check(purpose);
    Thresholds lines = profile.thresholds(check);
    var everybody = new Gallery.Options.Everybody(lines, population.elsewhere(profile, check));
    CandidateList candidates = search(engine.probe(probe), everybody);
    return new Identification(decide(candidates, check), candidates);
  }

  private Check check(Purpose purpose) {
    return purpose == Purpose.ENROLMENT
        ? profile.enrolledBy()
        : purpose
            .check()
            .orElseThrow(
                () -> new IllegalArgumentException("purpose=" + purpose + " searches for nobody"));
  }

  /// Compares prints with those of one person, as merged and sealed now.
  public Verification verify(TenPrint probe, UUID personId, Purpose purpose) {
    allow(purpose);
    List<UUID> encounters = store.encounters(personId, Limits.VERIFIED_ENCOUNTERS_MAX);
    PrintComparison comparison = new PrintComparison();
    int best = 0;
    Optional<UUID> like = Optional.empty();
    Set<FingerPosition> alike = EnumSet.noneOf(FingerPosition.class);
    for (var one : ridges.templates(encounters, FINGERS).entrySet()) {
      Map<FingerPosition, Integer> scores = comparison.scores(probe, new TenPrint(one.getValue()));
      int score = scores.values().stream().mapToInt(Integer::intValue).sum();
      scores.forEach((finger, centibits) -> {
        if (centibits > 0) {
          alike.add(finger);
        }
      });
      if (score > best) {
        best = score;
        like = Optional.of(one.getKey());
      }
    }
    return new Verification(result(best, encounters.size()), best, like, alike);
  }

  private static Verification.Result result(int score, int encounters) {
    if (score >= VerificationLines.matchMin(encounters)) {
      return Verification.Result.MATCH;
    }
    return score >= VerificationLines.openMin(encounters)
        ? Verification.Result.OPEN
        : Verification.Result.NO_MATCH;
  }

  /// Searches in the gallery as the database has it when the answer is given: where somebody it
  /// found has been taken out meanwhile, or anybody's templates were replaced, it searches again.
  /// Where changes come faster than searches end, they wait for the last of them.
  private CandidateList search(Probe probe, Gallery.Options options) {
    for (int time = 1; time < SEARCHES_MAX; time++) {
      Optional<CandidateList> found = searched(probe, options);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return store
        .whileNobodyChanges(() -> searched(probe, options))
        .orElseThrow(() -> new IllegalStateException("a change did not wait for a search"));
  }

  private Optional<CandidateList> searched(Probe probe, Gallery.Options options) {
    catchUp();
    CandidateList found = gallery.search(probe, options).candidates();
    Set<UUID> encounters =
        found.candidates().stream().map(Candidate::encounterId).collect(Collectors.toSet());
    return follower.isOutdated(encounters, found.upTo()) ? Optional.empty() : Optional.of(found);
  }

  /// Brings the gallery's files up to the last committed change; gives the number of encounters
  /// added. Who was removed is overwritten in them when this returns.
  public int catchUp() {
    try {
      return follower.catchUp();
    } catch (GalleryAheadException e) {
      throw new IllegalStateException(
          "the gallery of "
              + profile.name()
              + " needs a restart to be made anew: "
              + e.getMessage(),
          e);
    }
  }

  private Decision decide(CandidateList candidates, Check check) {
    population.note(profile, candidates.searched());
    return profile.thresholds(check).decide(candidates, population.persons(check));
  }

  /// Adds an encounter: to `known`, or, where that is empty, to the person found among the
  /// encounters added since the search that saw the gallery up to `searchedUpTo`, or to a new
  /// person. The last look happens under the lock that orders enrolments, so two bookings of one
  /// new person at the same moment do not become two persons.
  public Enrolment enrol(EncounterRecord record, Optional<UUID> known, long searchedUpTo) {
    allow(Purpose.ENROLMENT);
    return store.enrol(record, known, () -> personAddedSince(record.prints(), searchedUpTo));
  }

  /// Adds an encounter to the one person named; empty, and nothing is added, where they are sealed
  /// or gone by then.
  public Optional<Enrolment> enrolFor(UUID personId, EncounterRecord record) {
    allow(Purpose.ENROLMENT);
    return store.enrolFor(personId, record);
  }

  /// Searches, then enrols: what an owner's import does. It asks for a hit alone: nobody looks at
  /// possible candidates here, and of few fingers they cost many times what a hit does.
  public Enrolment importEncounter(EncounterRecord record) {
    allow(Purpose.ENROLMENT);
    Check check = profile.enrolledBy();
    var hit =
        new Gallery.Options.ForHit(profile.thresholds(check), population.elsewhere(profile, check));
    CandidateList found = search(engine.probe(record.prints()), hit);
    Optional<UUID> known =
        decide(found, check) instanceof Decision.Hit(var candidate)
            ? Optional.of(candidate.personId())
            : Optional.empty();
    return enrol(record, known, found.upTo());
  }

  private Optional<UUID> personAddedSince(TenPrint prints, long searchedUpTo) {
    Gallery.Options since = new Gallery.Options.Since(searchedUpTo);
    Decision decision = decide(search(engine.probe(prints), since), profile.enrolledBy());
    return decision instanceof Decision.Hit(var candidate)
        ? Optional.of(candidate.personId())
        : Optional.empty();
  }

  /// Whether a source has been enrolled.
  public boolean isEnrolled(String source) {
    return enrolled(source).isPresent();
  }

  /// What became of a source when it was enrolled; empty where it was not.
  public Optional<Enrolment> enrolled(String source) {
    return store.earlier(source);
  }

  /// The encounter that a source was enrolled as; empty where it was not.
  public Optional<UUID> encounterOf(String source) {
    return store.encounterOf(source);
  }

  /// The person known by a number; empty where nobody is, or who is is sealed.
  public Optional<UUID> personOf(String kind, String number, Purpose purpose) {
    allow(purpose);
    return store.personOf(kind, number);
  }

  /// A person's encounters, the newest first, sealed ones left out.
  /// - **Limit** [Limits#VERIFIED_ENCOUNTERS_MAX] of them
  public List<UUID> encounters(UUID personId, Purpose purpose) {
    allow(purpose);
    return store.encounters(personId, Limits.VERIFIED_ENCOUNTERS_MAX);
  }

  /// A person's record; empty where there is none.
  public Optional<PersonRecord> person(UUID personId, Purpose purpose) {
    allow(purpose);
    return store.person(personId);
  }

  /// The prints of an encounter as a search compares them; empty where there is none.
  public Optional<TenPrint> encounterPrints(UUID encounterId, Purpose purpose) {
    allow(purpose);
    return Optional.ofNullable(ridges.templates(List.of(encounterId), FINGERS).get(encounterId))
        .map(TenPrint::new);
  }

  /// The encounter of the same person that was enrolled before one; empty where there is none.
  public Optional<UUID> encounterBefore(UUID encounterId, Purpose purpose) {
    allow(purpose);
    return store.before(encounterId);
  }

  /// The file an encounter's prints came in; empty where there is none.
  public Optional<EncounterFile> encounterFile(UUID encounterId, Purpose purpose) {
    allow(purpose);
    return store.file(encounterId);
  }

  /// How many persons and encounters are enrolled.
  public RepositorySize size() {
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
}
