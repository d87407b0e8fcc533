package org.ridgeline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.oversight.OversightSchema;
import org.ridgeline.oversight.project.ProjectionStore;

/// A database of counts in a folder that is thrown away: for measuring.
public record ScratchCounts(DataFolder folder, ProjectionStore store) implements AutoCloseable {
  /// Begins one in an empty folder.
  public static ScratchCounts in(Path path) throws IOException {
    DataFolder folder = DataFolder.use(path, new Settings(path, Map.of()));
    OversightSchema.migrate(folder.databases().oversight());
    return new ScratchCounts(folder, new ProjectionStore(folder.databases().oversight()));
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
