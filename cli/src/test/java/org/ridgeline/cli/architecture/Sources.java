package org.ridgeline.cli.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The project's own source files.
final class Sources {
  private Sources() {}

  /// The folder of the root pom.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("ridgeline")) ? here : here.getParent();
  }

  /// All Java files of main code, or of tests.
  static List<Path> java(String tree) throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> f.toString().contains("/src/" + tree + "/java/"))
          .filter(f -> !f.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
