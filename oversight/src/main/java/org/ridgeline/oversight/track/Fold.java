package org.ridgeline.oversight.track;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes facts in and says by how much the counts change. What it is given of tracks it read from
/// wherever they are kept; what it has changed is kept there again.
///
/// The counts are the sum of the cells of all tracks. A fact changes one track, and the counts by
/// what that track counts for now less what it counted for before, so that they do not depend on
/// how facts are cut into batches, nor on the order in which bookings and cases are followed.
public final class Fold {
  private final Map<Subject, Track> before = new HashMap<>();
  private final Map<Subject, Track> now = new HashMap<>();

  /// Those of a batch.
  public static Set<Subject> subjects(List<Fact> facts) {
    return facts.stream()
        .flatMap(fact -> Subject.of(fact.event()).stream())
        .collect(Collectors.toSet());
  }

  /// Takes facts in.
  /// - **Shape** `kept`: the tracks of [#subjects] that are kept; others begin empty
  public void take(List<Fact> facts, Map<Subject, Track> kept) {
    kept.forEach((subject, track) -> {
      before.putIfAbsent(subject, track);
      now.putIfAbsent(subject, track);
    });
    facts.forEach(this::take);
  }

  private void take(Fact fact) {
    Optional<Subject> about = Subject.of(fact.event());
    if (about.isPresent()) {
      Track old = now.computeIfAbsent(about.get(), Fold::begun);
      now.put(about.get(), with(old, fact));
    }
  }

  private static Track begun(Subject subject) {
    return switch (subject) {
      case Subject.Booking _ -> BookingTrack.empty();
      case Subject.Case _ -> CaseTrack.empty();
      case Subject.Jurisdiction _ -> JurisdictionTrack.empty();
    };
  }

  private static Track with(Track track, Fact fact) {
    return switch (track) {
      case BookingTrack booking -> booking.with(fact);
      case CaseTrack one -> one.with(fact);
      case JurisdictionTrack one -> one.with(fact);
    };
  }

  /// By how much each cell changes; those that do not are left out.
  public Map<Cell, Long> changes() {
    Map<Cell, Long> changes = new HashMap<>();
    now.forEach((subject, track) -> {
      Optional.ofNullable(before.get(subject)).ifPresent(old -> add(old, -1, changes));
      add(track, 1, changes);
    });
    changes.values().removeIf(change -> change == 0);
    return changes;
  }

  private static void add(Track track, long by, Map<Cell, Long> changes) {
    track.cells().forEach(cell -> changes.merge(cell, by, Long::sum));
  }

  /// Tracks as they stand now that are to be kept.
  public Map<Subject, Track> kept() {
    return now.entrySet().stream()
        .filter(entry -> !entry.getValue().isOver())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Those that were kept before and need not be any more.
  public Set<Subject> dropped() {
    return before.keySet().stream()
        .filter(subject -> now.get(subject).isOver())
        .collect(Collectors.toSet());
  }

  /// The counts of all facts at once, without any that are kept.
  public static Map<Cell, Long> counts(List<Fact> facts) {
    Fold fold = new Fold();
    fold.take(facts, Map.of());
    return fold.changes();
  }
}
