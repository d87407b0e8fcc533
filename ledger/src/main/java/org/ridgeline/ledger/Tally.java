package org.ridgeline.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much of what was taken out, as a receipt says it.
/// - **Shape** kinds (`[a-z0-9_.-]`) with counts above 0: rows, files, bytes
public record Tally(Map<String, Long> counts) {
  /// Nothing.
  public static final Tally NONE = new Tally(Map.of());

  public Tally {
    SortedMap<String, Long> some = new TreeMap<>(counts);
    some.values().removeIf(count -> count == 0);
    counts = Collections.unmodifiableSortedMap(some);
  }

  /// So many of one kind.
  public static Tally of(String kind, long count) {
    return new Tally(Map.of(kind, count));
  }

  /// Both together.
  public Tally plus(Tally more) {
    Map<String, Long> sum = new TreeMap<>(counts);
    more.counts.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
    return new Tally(sum);
  }

  /// With so many more of one kind.
  public Tally plus(String kind, long count) {
    return plus(of(kind, count));
  }

  /// Whether nothing was taken out.
  public boolean isNone() {
    return counts.isEmpty();
  }

  /// As lines of a receipt.
  public Map<String, String> lines() {
    Map<String, String> lines = new TreeMap<>();
    counts.forEach((kind, count) -> lines.put(kind, count.toString()));
    return lines;
  }
}
