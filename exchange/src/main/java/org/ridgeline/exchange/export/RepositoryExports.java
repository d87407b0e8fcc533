package org.ridgeline.exchange.export;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.ExportRows;
import org.ridgeline.repository.export.ExportDesk;

/// The exports of all repositories, to be written.
public final class RepositoryExports {
  private final Map<RepositoryName, RepositoryExport> all = new EnumMap<>(RepositoryName.class);

  /// - **Shape** `rows`: of a repository
  public RepositoryExports(ExportDesk desk, Function<RepositoryName, ExportRows> rows) {
    for (RepositoryName name : RepositoryName.values()) {
      all.put(name, new RepositoryExport(name, desk.of(name.key()), rows.apply(name)));
    }
  }

  /// That of one of them.
  public RepositoryExport of(RepositoryName name) {
    return all.get(name);
  }
}
