package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.rank.Found;
import org.ridgeline.search.rank.Probe;
import org.ridgeline.vocabulary.CandidateList;

class GuardedGalleryTest {
  private static final Gallery.Options EVERYBODY =
      new Gallery.Options.Everybody(Thresholds.STANDARD, 0);
  private static Probe probe;

  @TempDir private Path folder;
  private final Fake fake = new Fake();

  @BeforeAll
  static void makeProbe() {
    probe = People.probe(1);
  }

  /// Answers, or throws what it is told to.
  private static final class Fake implements Gallery {
    private Optional<Error> error = Optional.empty();
    private int asked;
    private long reached;
    private boolean isClosed;

    private void ask() {
      asked++;
      error.ifPresent(e -> {
        throw e;
      });
    }

    @Override
    public Found search(Probe probe, Options options) {
      ask();
      return new Found(new CandidateList(List.of(), 7, reached), 0);
    }

    @Override
    public void append(List<StoredEntry> entries, long upTo) {
      ask();
      reached = upTo;
    }

    @Override
    public void remove(Set<UUID> encounterIds, long upTo) {
      ask();
      reached = upTo;
    }

    @Override
    public long upTo() {
      return reached;
    }

    @Override
    public int encounters() {
      return 7;
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  private Gallery guarded() {
    return new GuardedGallery("criminal", folder, fake);
  }

  @Test
  void passesOnWhatIsWhole() {
    Gallery gallery = guarded();
    gallery.append(List.of(), 4);
    gallery.remove(Set.of(), 5);
    assertThat(gallery.upTo()).isEqualTo(5);
    assertThat(gallery.search(probe, EVERYBODY).candidates().upTo()).isEqualTo(5);
    gallery.close();
    assertThat(fake.isClosed).isTrue();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void asksNothingAnyMoreOnceDamaged() throws IOException {
    Gallery gallery = guarded();
    fake.error = Optional.of(new InternalError("a fault in an unsafe memory access"));
    assertThatThrownBy(() -> gallery.search(probe, EVERYBODY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the gallery of criminal is damaged, it is not searched any more: restart to have it"
                + " made anew (a fault in an unsafe memory access)");
    fake.error = Optional.empty();
    int asked = fake.asked;
    assertThatThrownBy(() -> gallery.search(probe, EVERYBODY)).hasMessageContaining("damaged");
    assertThatThrownBy(() -> gallery.append(List.of(), 9)).hasMessageContaining("damaged");
    assertThatThrownBy(() -> gallery.remove(Set.of(), 9)).hasMessageContaining("damaged");
    assertThatThrownBy(gallery::upTo).hasMessageContaining("damaged");
    assertThat(fake.asked).isEqualTo(asked);
    assertThat(gallery.encounters()).isEqualTo(7);
    assertThat(Files.readString(GuardedGallery.mark(folder)))
        .isEqualTo("a fault in an unsafe memory access");
  }

  @Test
  void otherErrorsAreNoDamage() {
    Gallery gallery = guarded();
    fake.error = Optional.of(new StackOverflowError());
    assertThatThrownBy(() -> gallery.search(probe, EVERYBODY))
        .isInstanceOf(StackOverflowError.class);
    fake.error = Optional.empty();
    assertThat(gallery.search(probe, EVERYBODY).candidates().searched()).isEqualTo(7);
  }

  @Test
  void aFolderThatCannotBeMarkedIsStillNotSearched() {
    Gallery gallery = new GuardedGallery("criminal", folder.resolve("gone"), fake);
    fake.error = Optional.of(new InternalError());
    assertThatThrownBy(() -> gallery.search(probe, EVERYBODY))
        .hasMessageContaining("(java.lang.InternalError)");
    fake.error = Optional.empty();
    assertThatThrownBy(() -> gallery.search(probe, EVERYBODY)).hasMessageContaining("damaged");
  }
}
