package org.ridgeline.repository;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many persons a probe is searched among: the sum over the repositories of one process that
/// take part in its check. Those that do not count for nothing: applicants draw no line of a
/// booking.
///
/// Encounters in the galleries are counted, which costs nothing; they are at least as many as
/// persons, so lines are drawn rather too high than too low.
public final class Population {
  private record Counted(RepositoryProfile profile, long encounters) {}

  private final Map<String, Counted> repositories = new ConcurrentHashMap<>();

  /// Notes how many a repository has.
  public void note(RepositoryProfile profile, long encounters) {
    repositories.put(profile.name(), new Counted(profile, encounters));
  }

  /// The sum as last noted over those that a check searches.
  public long persons(Check check) {
    return repositories.values().stream()
        .filter(one -> one.profile().checks().contains(check))
        .mapToLong(Counted::encounters)
        .sum();
  }

  /// The same without a repository's own.
  public long elsewhere(RepositoryProfile profile, Check check) {
    return repositories.values().stream()
        .filter(one -> !one.profile().name().equals(profile.name()))
        .filter(one -> one.profile().checks().contains(check))
        .mapToLong(Counted::encounters)
        .sum();
  }
}
