package org.ridgeline.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.ridgeline.node.Settings;

/// Where what the ledger signed is kept besides the data folder, as `ridgeline.properties` says.
///
///     ledger.checkpoints   a copy of the checkpoints file: absolute, in a folder that is there, best
///                          on another machine's disk
///
/// - **Shape** `checkpoints` the copy, empty where none is set
record LedgerSettings(Optional<Path> checkpoints) {
  private static final String CHECKPOINTS = "ledger.checkpoints";

  /// Reads what is set.
  /// - **Error** a path that cannot be used: IllegalArgumentException
  static LedgerSettings of(Settings settings) {
    return new LedgerSettings(settings.value(CHECKPOINTS).map(text -> file(settings, text)));
  }

  private static Path file(Settings settings, String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute() && Files.isDirectory(path.getParent()) && !Files.isDirectory(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        settings.file()
            + ": "
            + CHECKPOINTS
            + "="
            + text
            + " expected the absolute path of a file in a folder that is there");
  }
}
