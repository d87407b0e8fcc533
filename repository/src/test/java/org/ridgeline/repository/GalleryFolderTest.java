package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.repository.TestRepository.prints;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.search.gallery.GallerySizes;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A repository's gallery files over restarts: kept where they are right, made anew where they are
/// not, and never searched in between. Each test has persons of its own in one database.
class GalleryFolderTest {
  private static final Engine ENGINE = Engine.standard();

  /// Where codes and rows of the first segment begin: docs/gallery-format.md.
  private static final long CODES_AT = 4096;

  private static final long ROWS_AT = 4096 + (160 + 2 + 16) * 65_536L;
  private static final int ROW_BYTES = 1408;

  @TempDir private static Path temp;
  private static TestDatabase database;
  private static JdbcClient criminal;
  private static int persons;

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Logger logger = Logger.getLogger("org.ridgeline.repository");
  private final Handler handler = handler();
  private Repository criminalPrints;
  private Repository immigrationPrints;

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
    criminal = JdbcClient.create(database.of().criminal());
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @BeforeEach
  void start() {
    logger.addHandler(handler);
    open();
  }

  @AfterEach
  void stop() {
    close();
    logger.removeHandler(handler);
  }

  private Handler handler() {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        log.add(line.getLevel() + " " + line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private void open() {
    log.clear();
    Population population = new Population();
    criminalPrints =
        Repository.open(
            RepositoryProfile.criminal(), database.of().criminal(), gallery(), ENGINE, population);
    immigrationPrints =
        Repository.open(
            RepositoryProfile.immigration(),
            database.of().immigration(),
            temp.resolve("immigration"),
            ENGINE,
            population);
  }

  private void close() {
    criminalPrints.close();
    immigrationPrints.close();
  }

  private static Path gallery() {
    return temp.resolve("criminal");
  }

  private Enrolment.NewPerson enrolled(int person) {
    return enrolled(criminalPrints, person);
  }

  private static Enrolment.NewPerson enrolled(Repository repository, int person) {
    var record =
        new EncounterRecord(
            "test:" + person,
            Optional.empty(),
            List.of(),
            Map.of(),
            List.of(),
            prints(person, 1),
            new byte[] {1});
    return (Enrolment.NewPerson) repository.importEncounter(record);
  }

  private Optional<UUID> found(int person) {
    return found(criminalPrints, prints(person, 2));
  }

  private static Optional<UUID> found(Repository repository, TenPrint prints) {
    Decision decision = repository.identify(prints, Purpose.CRIMINAL_BOOKING).decision();
    return decision instanceof Decision.Hit(var candidate)
        ? Optional.of(candidate.personId())
        : Optional.empty();
  }

  /// Compactions give the one segment there is a new number.
  private static void flip(long at) throws IOException {
    Path segment;
    try (Stream<Path> files = Files.list(gallery())) {
      segment = files.filter(file -> file.toString().endsWith(".rls")).findFirst().orElseThrow();
    }
    try (var file = new RandomAccessFile(segment.toFile(), "rw")) {
      file.seek(at);
      int old = file.read();
      file.seek(at);
      file.write(old ^ 1);
    }
  }

  @Test
  void aRestartReadsNoTemplateAgain() {
    int person = ++persons;
    UUID id = enrolled(person).personId();
    assertThat(found(person)).contains(id);
    close();
    criminal.sql("alter table finger rename to finger_away").update();
    try {
      open();
      assertThat(found(person)).contains(id);
      assertThat(log).isEmpty();
      Repository repository = criminalPrints;
      assertThat(repository.gallerySize()).isEqualTo(repository.size().encounters());
    } finally {
      criminal.sql("alter table finger_away rename to finger").update();
    }
  }

  @Test
  void aDamagedGalleryIsMadeAnewAtTheNextStart() throws Exception {
    int person = ++persons;
    UUID id = enrolled(person).personId();
    close();
    flip(CODES_AT);
    open();
    assertThat(log)
        .anyMatch(line ->
            line.startsWith("WARNING gallery of criminal is deleted and made anew")
                && line.contains("CRC32C"))
        .anyMatch(line -> line.matches("INFO gallery of criminal: \\d+ encounters added .*"));
    assertThat(found(person)).contains(id);
  }

  @Test
  void damageThatASearchFindsStopsSearchesUntilARestart() throws Exception {
    int person = ++persons;
    UUID id = enrolled(person).personId();
    close();
    open();
    for (int row = 0; row < 64; row++) {
      flip(ROWS_AT + (long) row * ROW_BYTES + 200);
    }
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> found(person))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("restart to have it made anew");
    }
    int other = ++persons;
    assertThatThrownBy(() -> enrolled(other)).hasMessageContaining("restart");
    assertThat(log).filteredOn(line -> line.startsWith("SEVERE")).hasSize(1);
    // The other repository goes on.
    assertThat(immigrationPrints.gallerySize()).isZero();
    close();
    open();
    assertThat(log).anyMatch(line -> line.contains("made anew from the database: file="));
    assertThat(found(person)).contains(id);
    close();
    open();
    assertThat(log).isEmpty();
  }

  @Test
  void aDeletedFolderIsFilledFromTheDatabase() throws Exception {
    int person = ++persons;
    UUID id = enrolled(person).personId();
    close();
    deleteFolder();
    open();
    assertThat(found(person)).contains(id);
    assertThat(log).hasSize(1).allMatch(line -> line.contains("added from the database"));
  }

  private static void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.list(gallery())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(gallery());
  }

  @Test
  void aDatabaseOlderThanItsGalleryMakesItAnew() {
    int kept = ++persons;
    UUID keptId = enrolled(kept).personId();
    int lost = ++persons;
    UUID lostId = enrolled(lost).encounterId();
    assertThat(found(lost)).isPresent();
    forget(lostId);
    assertThatThrownBy(() -> found(kept))
        .hasMessageContaining("older backup")
        .hasMessageContaining("restart");
    close();
    open();
    assertThat(log).anyMatch(line -> line.startsWith("WARNING") && line.contains("older backup"));
    assertThat(found(lost)).isEmpty();
    assertThat(found(kept)).contains(keptId);
  }

  @Test
  void aDatabaseThatWentBackAndOnAgainMakesItAnew() {
    int lost = ++persons;
    UUID lostId = enrolled(lost).encounterId();
    assertThat(found(lost)).isPresent();
    close();
    long change = forget(lostId);
    criminal.sql("alter table gallery_change alter change restart with " + change).update();
    int came = ++persons;
    UUID id;
    try (Repository elsewhere = elsewhere("went-on", new Population())) {
      id = enrolled(elsewhere, came).personId();
    }
    open();
    assertThat(log).anyMatch(line -> line.startsWith("WARNING") && line.contains("older backup"));
    assertThat(found(lost)).isEmpty();
    assertThat(found(came)).contains(id);
  }

  /// As if the database had been put back to before an encounter; the change goes before triggers.
  private static long forget(UUID encounterId) {
    long change =
        criminal
            .sql("delete from gallery_change where encounter_id = ? returning change")
            .param(encounterId)
            .query(Long.class)
            .single();
    criminal.sql("delete from encounter where encounter_id = ?").param(encounterId).update();
    return change;
  }

  private static Repository elsewhere(String name, Population population) {
    return Repository.open(
        RepositoryProfile.criminal(),
        database.of().criminal(),
        temp.resolve(name),
        ENGINE,
        population);
  }

  @Test
  void anotherDatabasesGalleryIsRefused() {
    close();
    try {
      assertThatThrownBy(() ->
              Repository.open(
                  RepositoryProfile.criminal(),
                  database.of().criminal(),
                  temp.resolve("immigration"),
                  ENGINE,
                  new Population()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("gallery of criminal: ")
          .hasMessageContaining("move or delete");
    } finally {
      open();
    }
    assertThat(log).isEmpty();
  }

  @Test
  void signaturesOfAnotherEngineAreMadeAnew() {
    int person = ++persons;
    UUID id = enrolled(person).personId();
    assertThat(found(person)).contains(id);
    UUID database = criminal.sql("select owner from gallery").query(UUID.class).single();
    UUID owner = UUID.nameUUIDFromBytes((database + " older").getBytes(StandardCharsets.UTF_8));
    try (var older = StoredGallery.open(temp.resolve("older"), owner, GallerySizes.STANDARD)) {
      var fingers = ENGINE.store(prints(9999, 1));
      UUID stranger = new UUID(1, 2);
      older.append(List.of(new StoredEntry(stranger, stranger, 1, fingers)), 1);
    }
    criminal.sql("update gallery set engine = 'older'").update();
    try (Repository repository = elsewhere("older", new Population())) {
      assertThat(log).anyMatch(line -> line.contains("signatures are another engine's"));
      assertThat(found(repository, prints(person, 2))).contains(id);
      assertThat(found(repository, prints(9999, 1))).isEmpty();
    }
    close();
    open();
    assertThat(log).isEmpty();
  }

  @Test
  void whoIsRemovedIsGoneFromTheFiles() throws Exception {
    int person = ++persons;
    Enrolment.NewPerson enrolled = enrolled(person);
    assertThat(found(person)).isPresent();
    assertThat(filesHold(enrolled.encounterId())).isTrue();
    criminal
        .sql("insert into gallery_change (encounter_id, removed) values (?, true)")
        .param(enrolled.encounterId())
        .update();
    criminal
        .sql("delete from encounter where encounter_id = ?")
        .param(enrolled.encounterId())
        .update();
    assertThat(found(person)).isEmpty();
    assertThat(filesHold(enrolled.encounterId())).isFalse();
    assertThat(filesHold(enrolled.personId())).isFalse();
  }

  private static boolean filesHold(UUID id) throws IOException {
    try (Stream<Path> files = Files.list(gallery())) {
      for (Path file : files.toList()) {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        for (int at = 0; at + 16 <= bytes.limit(); at++) {
          if (bytes.getLong(at) == id.getMostSignificantBits()
              && bytes.getLong(at + 8) == id.getLeastSignificantBits()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Test
  void linesRiseWithTheNumberOfPersons() {
    int person = ++persons;
    UUID id = enrolled(person).personId();
    var two =
        new TenPrint(
            Map.of(
                FingerPosition.RIGHT_INDEX,
                prints(person, 1).fingers().get(FingerPosition.RIGHT_INDEX),
                FingerPosition.LEFT_INDEX,
                prints(person, 1).fingers().get(FingerPosition.LEFT_INDEX)));
    Population population = new Population();
    try (Repository repository = elsewhere("lines", population)) {
      assertThat(population.persons(Check.BOOKING)).isEqualTo(repository.gallerySize());
      assertThat(found(repository, two)).contains(id);
      population.note(RepositoryProfile.immigration(), 1L << 60);
      assertThat(repository.identify(two, Purpose.CRIMINAL_BOOKING).decision())
          .isInstanceOf(Decision.NoHit.class);
    }
  }
}
