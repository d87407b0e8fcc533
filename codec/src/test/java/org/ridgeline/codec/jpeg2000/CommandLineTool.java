package org.ridgeline.codec.jpeg2000;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Programs of other makers, where they are installed.
final class CommandLineTool {
  private static final int SECONDS_MAX = 60;

  private CommandLineTool() {}

  /// Skips the test where a program is missing.
  static void assumeInstalled(String program, String ofPackage) {
    boolean found =
        List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(found, program + " is not installed (package " + ofPackage + ")");
  }

  /// Runs a program to its end; gives what it said, which is the message where it failed.
  static String run(List<String> command) {
    try {
      Path said = Files.createTempFile("tool", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
      String text = Files.readString(said);
      Files.delete(said);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + "\n" + text);
      }
      return text;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
