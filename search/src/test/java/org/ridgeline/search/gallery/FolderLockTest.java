package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir private Path folder;

  @Test
  void aRefusedSecondOpenerDoesNotLetGoOfTheLock() throws Exception {
    try (FolderLock _ = FolderLock.take(folder, "lock")) {
      assertThatThrownBy(() -> FolderLock.take(folder, "lock"))
          .isInstanceOf(GalleryInUseException.class);
      assertThat(anotherProcess()).isEqualTo("in use");
    }
    assertThat(anotherProcess()).isEqualTo("taken");
    FolderLock.take(folder, "lock").close();
  }

  private String anotherProcess() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Taker.class.getName(),
                folder.toString())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new String(process.getInputStream().readAllBytes()).trim();
  }

  /// Another process that tries.
  static final class Taker {
    private Taker() {}

    public static void main(String[] args) throws IOException {
      try (FolderLock _ = FolderLock.take(Path.of(args[0]), "lock")) {
        System.out.println("taken");
      } catch (GalleryInUseException e) {
        System.out.println("in use");
      }
    }
  }
}
