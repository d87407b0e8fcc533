package org.ridgeline.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The mark of a folder that a restore works on: what is in it is not yet an installation.
final class Restoring {
  private static final String MARK = "restoring";

  private Restoring() {}

  static void begin(Path root) throws IOException {
    try (Stream<Path> inside = Files.list(root)) {
      // A disk of its own has this one.
      if (inside.anyMatch(path -> !path.getFileName().toString().equals("lost+found"))) {
        throw new IOException(root + " is not empty: a restore wants an empty folder");
      }
    }
    Files.createFile(root.resolve(MARK));
  }

  static void refuse(Path root) throws IOException {
    if (Files.exists(root.resolve(MARK), LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(
          "a restore into "
              + root
              + " goes on, or did not come to its end: then empty the folder and restore again");
    }
  }

  static void end(Path root) throws IOException {
    Files.delete(root.resolve(MARK));
  }
}
