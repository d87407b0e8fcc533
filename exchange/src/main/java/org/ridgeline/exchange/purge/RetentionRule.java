package org.ridgeline.exchange.purge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.exchange.Limits;

/// One rule of retention: a kind of record that goes when it is old enough. What is open, held, or
/// not yet answered is never among it.
public interface RetentionRule {
  /// Most records that one run of a rule takes; the next run goes on.
  int RUN_MAX = Limits.RETENTION_RUN_MAX;

  /// Its name in settings, after `retention.`.
  String key();

  /// Since when its days count, in words: "since a case was closed".
  String since();

  /// What would go, were everything older than `before` to go.
  Plan plan(Instant before);

  /// Has it go; gives how many records went, or were ordered to.
  /// - **Shape** `why` as receipts and the ledger say it
  int run(Instant before, String why);

  /// What a rule would take.
  /// - **Shape** `keptBack`: what is as old and stays, by what keeps it; `oldest` of both
  record Plan(long due, SortedMap<String, Long> keptBack, Optional<Instant> oldest) {
    public Plan {
      SortedMap<String, Long> some = new TreeMap<>(keptBack);
      some.values().removeIf(count -> count == 0);
      keptBack = some;
    }

    /// With one thing that may keep records back.
    public static Plan of(long due, String keeper, long kept, Optional<Instant> oldest) {
      return new Plan(due, new TreeMap<>(Map.of(keeper, kept)), oldest);
    }
  }
}
