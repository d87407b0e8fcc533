package org.ridgeline.exchange.identify;

import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.Repository;

/// The repositories, side by side.
public record Repositories(Repository criminal, Repository immigration, Repository civil)
    implements AutoCloseable {
  /// One of them.
  public Repository of(RepositoryName name) {
    return switch (name) {
      case CRIMINAL -> criminal;
      case IMMIGRATION -> immigration;
      case CIVIL -> civil;
    };
  }

  @Override
  public void close() {
    try (criminal;
        immigration) {
      civil.close();
    }
  }
}
