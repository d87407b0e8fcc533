package org.ridgeline.exchange.renew;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.identify.Cards;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.Renewer;

/// The renewals of all repositories.
public final class TemplateRenewals {
  private final Map<RepositoryName, TemplateRenewal> all = new EnumMap<>(RepositoryName.class);

  /// - **Shape** `renewers`: of a repository
  public TemplateRenewals(Function<RepositoryName, Renewer> renewers, Cards cards, Trail trail) {
    for (RepositoryName name : RepositoryName.values()) {
      all.put(name, new TemplateRenewal(name, renewers.apply(name), cards, trail));
    }
  }

  /// That of one of them.
  public TemplateRenewal of(RepositoryName name) {
    return all.get(name);
  }
}
