package org.ridgeline.repository;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many persons a booking is searched among: the sum over the repositories of one process.
///
/// Encounters in the galleries are counted, which costs nothing; they are at least as many as
/// persons, so lines are drawn rather too high than too low.
public final class Population {
  private final Map<String, Long> encounters = new ConcurrentHashMap<>();

  /// Notes how many a repository has; gives the sum.
  public long with(String repository, long count) {
    encounters.put(repository, count);
    return persons();
  }

  /// The sum of the others as last noted.
  public long elsewhere(String repository) {
    return persons() - encounters.getOrDefault(repository, 0L);
  }

  /// The sum as last noted.
  public long persons() {
    return encounters.values().stream().mapToLong(Long::longValue).sum();
  }
}
