package org.ridgeline.codec.itl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Real files beside the project, never part of it.
public final class SharedData {
  private static final Path ROOT = Path.of("..", "..", "shared", "data");

  private SharedData() {}

  /// The transactions under a folder of the shared data; skips the test where there are none.
  public static List<Path> transactions(String folder) {
    Path path = ROOT.resolve(folder);
    Assumptions.assumeTrue(Files.isDirectory(path), "no shared data at " + path);
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(f -> f.toString().matches(".*\\.an2k?")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file's bytes.
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
