package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.repository.TestRepository.booking;
import static org.ridgeline.repository.TestRepository.prints;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
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
