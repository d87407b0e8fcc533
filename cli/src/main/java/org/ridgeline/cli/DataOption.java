package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.ridgeline.app.SearchThreads;
import org.ridgeline.app.Services;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.search.rank.Engine;
import picocli.CommandLine.Option;

/// The data folder a command works on, whether or not a server runs on it.
final class DataOption {
  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data;

  @Option(
      names = "--db-url",
      paramLabel = "JDBC-URL",
      description = "an external PostgreSQL instead of the managed one")
  private Optional<String> dbUrl;

  /// Opens an installation that is there: a command that asks, or changes what there is, makes
  /// none.
  /// - **Error** a folder that holds none: IOException
  Opened open() throws IOException {
    return open(data, dbUrl);
  }

  /// The same for a command that names its folder in another way.
  static Opened open(Path data, Optional<String> dbUrl) throws IOException {
    if (!DataFolder.isThere(data)) {
      throw new IOException(
          "no installation in "
              + data
              + " (no "
              + DataFolder.SECRETS
              + " there): give the data folder of a server; 'serve' begins one");
    }
    return begin(data, dbUrl);
  }

  /// Opens an installation, and begins one where there is none: for commands that enter something.
  Opened begin() throws IOException {
    return begin(data, dbUrl);
  }

  /// The same for a command that names its folder in another way.
  static Opened begin(Path data, Optional<String> dbUrl) throws IOException {
    DataFolder folder = DataFolder.use(data, Settings.of(data, dbUrl));
    try {
      return new Opened(
          folder,
          Services.open(folder, () -> Engine.standard(SearchThreads.start()), Clock.systemUTC()));
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /// A data folder in use by a command, with the services over it.
  record Opened(DataFolder folder, Services services) implements AutoCloseable {
    <T> T get(Class<T> kind) {
      return services.get(kind);
    }

    @Override
    public void close() throws IOException {
      services.close();
      folder.close();
    }
  }
}
