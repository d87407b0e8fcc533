package org.ridgeline.exchange.intake;

import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.RepositoryName;

/// The imports of both repositories' owners.
public final class EncounterImports {
  private final Repositories repositories;
  private final ProbeMaker probes;

  public EncounterImports(Repositories repositories, ProbeMaker probes) {
    this.repositories = repositories;
    this.probes = probes;
  }

  /// The import of one owner.
  public EncounterImport of(RepositoryName name) {
    return new EncounterImport(repositories.of(name), name, probes);
  }
}
