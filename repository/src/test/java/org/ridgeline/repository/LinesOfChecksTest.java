package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.repository.TestRepository.booking;
import static org.ridgeline.repository.TestRepository.prints;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.TenPrint;

/// How many persons stand in other repositories decides what a score says, by the check that it is
/// searched for.
class LinesOfChecksTest {
  /// So many that no score reaches the line.
  private static final long ALL_TOO_MANY = 1L << 60;

  @TempDir private Path folder;

  /// Two fingers: a score between the lines of few persons and of many.
  private static TenPrint probe() {
    TenPrint all = prints(1, 1);
    return new TenPrint(
        Map.of(
            FingerPosition.RIGHT_INDEX, all.fingers().get(FingerPosition.RIGHT_INDEX),
            FingerPosition.LEFT_INDEX, all.fingers().get(FingerPosition.LEFT_INDEX)));
  }

  @Test
  void applicantsCountForApplicantsAlone() {
    Population population = new Population();
    try (TestDatabase database = TestDatabase.create();
        Repository criminal =
            Repository.open(
                RepositoryProfile.criminal(),
                database.of().criminal(),
                folder,
                People.ENGINE,
                population)) {
      criminal.importEncounter(booking("r1", 1, Map.of()));
      assertThat(says(criminal, Purpose.CRIMINAL_BOOKING)).isInstanceOf(Decision.Hit.class);
      assertThat(says(criminal, Purpose.APPLICANT)).isInstanceOf(Decision.Hit.class);

      population.note(RepositoryProfile.civil(), ALL_TOO_MANY);
      assertThat(says(criminal, Purpose.CRIMINAL_BOOKING)).isInstanceOf(Decision.Hit.class);
      assertThat(says(criminal, Purpose.APPLICANT)).isInstanceOf(Decision.NoHit.class);
      assertThat(criminal.importEncounter(booking("r2", 1, Map.of())))
          .as("a booking is enrolled by the lines of bookings")
          .isInstanceOf(Enrolment.KnownPerson.class);

      population.note(RepositoryProfile.civil(), 1);
      population.note(RepositoryProfile.immigration(), ALL_TOO_MANY);
      assertThat(says(criminal, Purpose.CRIMINAL_BOOKING)).isInstanceOf(Decision.NoHit.class);
      assertThat(says(criminal, Purpose.APPLICANT)).isInstanceOf(Decision.Hit.class);
    }
  }

  private static Decision says(Repository repository, Purpose purpose) {
    return repository.identify(probe(), purpose).decision();
  }
}
