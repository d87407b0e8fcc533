package org.ridgeline.exchange.intake;

import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.amend.AmendmentDesk;

/// The imports of the repositories' owners.
public final class EncounterImports {
  private static final String PURPOSE = "enrolment";

  private final Repositories repositories;
  private final ProbeMaker probes;
  private final Trail trail;
  private final AmendmentDesk amendments;

  public EncounterImports(
      Repositories repositories, ProbeMaker probes, Trail trail, AmendmentDesk amendments) {
    this.repositories = repositories;
    this.probes = probes;
    this.trail = trail;
    this.amendments = amendments;
  }

  /// The import of one owner, by command.
  public EncounterImport of(RepositoryName name) {
    return of(name, new Trail.Person("command line", "SYSTEM", PURPOSE));
  }

  /// The import of one owner, by their token.
  public EncounterImport ofOwner(RepositoryName name) {
    return of(name, new Trail.Person("owner of " + name.key(), "OWNER", PURPOSE));
  }

  private EncounterImport of(RepositoryName name, Trail.Person who) {
    return new EncounterImport(
        repositories.of(name),
        name,
        probes,
        new ImportTrail(trail, who),
        amendments.of(name.key()));
  }
}
