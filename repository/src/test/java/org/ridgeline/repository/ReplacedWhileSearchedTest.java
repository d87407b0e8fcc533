package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.repository.TestRepository.booking;
import static org.ridgeline.repository.TestRepository.prints;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.rank.Found;
import org.ridgeline.search.rank.Probe;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Searches while everybody's templates are replaced over and over.
class ReplacedWhileSearchedTest {
  private static final int PEOPLE = 6;
  private static final int ROUNDS = 12;

  @TempDir private Path folder;

  @Test
  void everySearchFindsWhoIsThere() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        Repository repository =
            TestRepository.open(
                RepositoryProfile.criminal(), database.of().criminal(), folder.resolve("g"))) {
      for (int person = 1; person <= PEOPLE; person++) {
        repository.importEncounter(booking("r" + person, person, Map.of()));
      }
      AtomicBoolean isDone = new AtomicBoolean();
      List<Future<Integer>> searches = new ArrayList<>();
      try (var threads = Executors.newFixedThreadPool(3)) {
        for (int person : new int[] {1, 4, PEOPLE}) {
          searches.add(threads.submit(() -> misses(repository, person, isDone)));
        }
        JdbcClient rows = JdbcClient.create(database.of().criminal());
        for (int round = 0; round < ROUNDS; round++) {
          rows.sql("update finger set template = template").update();
          repository.catchUp();
        }
        isDone.set(true);
      }
      for (Future<Integer> one : searches) {
        assertThat(one.get()).isZero();
      }
      assertThat(repository.gallerySize()).isEqualTo(PEOPLE);
    }
  }

  @Test
  void aSearchEndsHoweverFastOthersChange() throws Exception {
    var database = TestDatabase.create();
    var source = database.of().criminal();
    RepositoryProfile profile = RepositoryProfile.criminal();
    Repository.migrate(profile, source);
    Gallery files = new GalleryFolder(profile.name(), source, folder, People.ENGINE).open();
    try (database;
        var restless = new RestlessGallery(files, JdbcClient.create(source));
        var repository =
            new Repository(profile, source, restless, People.ENGINE, new Population())) {
      repository.importEncounter(booking("r1", 1, Map.of()));
      restless.isRestless = true;
      var found = repository.identify(prints(1, 9), Purpose.CRIMINAL_BOOKING);
      assertThat(found.decision()).isInstanceOf(Decision.Hit.class);
      assertThat(restless.searches).isEqualTo(5);
    }
  }

  /// With every search somebody's templates are replaced, as soon as the database lets them.
  private static final class RestlessGallery implements Gallery {
    private final Gallery files;
    private final JdbcClient rows;
    private final ExecutorService others = Executors.newSingleThreadExecutor();
    private boolean isRestless;
    private int searches;

    RestlessGallery(Gallery files, JdbcClient rows) {
      this.files = files;
      this.rows = rows;
    }

    @Override
    public Found search(Probe probe, Options options) {
      Found found = files.search(probe, options);
      if (isRestless) {
        searches++;
        replace();
      }
      return found;
    }

    private void replace() {
      var replacing =
          others.submit(() -> rows.sql("update finger set template = template").update());
      try {
        replacing.get(2, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        // It waits, as it should once it is told to: it goes on when the search has ended.
      } catch (ExecutionException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void append(List<StoredEntry> entries, long upTo) {
      files.append(entries, upTo);
    }

    @Override
    public void remove(Set<UUID> encounterIds, long upTo) {
      files.remove(encounterIds, upTo);
    }

    @Override
    public long upTo() {
      return files.upTo();
    }

    @Override
    public int encounters() {
      return files.encounters();
    }

    @Override
    public void close() {
      others.close();
      files.close();
    }
  }

  private static int misses(Repository repository, int person, AtomicBoolean isDone) {
    TenPrint probe = prints(person, 9);
    int misses = 0;
    while (!isDone.get()) {
      var found = repository.identify(probe, Purpose.CRIMINAL_BOOKING);
      misses += found.decision() instanceof Decision.Hit ? 0 : 1;
    }
    return misses;
  }
}
