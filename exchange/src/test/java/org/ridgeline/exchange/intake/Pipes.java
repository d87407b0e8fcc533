package org.ridgeline.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Named pipes, made by the operating system's own command.
final class Pipes {
  private Pipes() {}

  /// A new pipe; where the system has no `mkfifo`, the test is passed over and says so.
  static Path make(Path path) throws InterruptedException {
    try {
      assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    } catch (IOException e) {
      abort("mkfifo is missing: pipes are not tried");
    }
    return path;
  }

  /// Lets go whoever waits for a writer. Opened both ways, a pipe opens at once.
  static void release(Path pipe) throws IOException {
    if (Files.exists(pipe)) {
      Files.newByteChannel(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE).close();
    }
  }
}
