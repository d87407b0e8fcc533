package org.ridgeline.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.ridgeline.node.Settings;

/// Where what the ledger signed is kept besides the data folder, as `ridgeline.properties` says.
///
///     ledger.checkpoints   a copy of the checkpoints file: absolute, in a folder that is there,
///                          best on another machine's disk
///
///     ledger.witness       URL of a witness that countersigns checkpoints
///
/// - **Shape** `checkpoints` the copy, `witness` the URL, empty where none is set
record LedgerSettings(Optional<Path> checkpoints, Optional<URI> witness) {
  private static final String CHECKPOINTS = "ledger.checkpoints";
  private static final String WITNESS = "ledger.witness";

  /// Reads what is set.
  /// - **Error** a path that cannot be used: IllegalArgumentException
  static LedgerSettings of(Settings settings) {
    return new LedgerSettings(
        settings.value(CHECKPOINTS).map(text -> file(settings, text)),
        settings.value(WITNESS).map(text -> url(settings, text)));
  }

  private static URI url(Settings settings, String text) {
    try {
      URI url = new URI(text);
      if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw wrong(settings, WITNESS + "=" + text + " expected http://HOST:PORT or https://HOST");
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
    throw wrong(
        settings,
        CHECKPOINTS
            + "="
            + text
            + " expected the absolute path of a file in a folder that is there");
  }

  private static IllegalArgumentException wrong(Settings settings, String what) {
    return new IllegalArgumentException(settings.file() + ": " + what);
  }
}
