package org.ridgeline.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
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

  DataFolder open() throws IOException {
    return DataFolder.use(data, Settings.of(data, dbUrl));
  }
}
