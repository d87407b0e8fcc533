package org.ridgeline.oversight.track;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes facts in and says by how much the counts change. What it is given of tracks it read from
/// wherever they are kept; what it has changed is kept there again.
///
/// The counts are the sum of the cells of all tracks. A fact changes one track, and the counts by
/// what that track counts for now less what it counted for before, so that they do not depend on
/// how facts are cut into batches, nor on the order in which bookings and cases are followed.
///
/// However many facts it takes in, it holds the tracks of which more may come, and the counts.
public final class Fold {
  private final Map<Subject, Track> now = new HashMap<>();
  private final Set<Subject> given = new HashSet<>();
  private final Map<Cell, Long> changes = new HashMap<>();

  /// What facts are about that this has not been given and holds nothing of: what is kept of them
  /// is to be given with [#take].
  public Set<Subject> unknown(List<Fact> facts) {
    Set<Subject> unknown = new HashSet<>();
    for (Fact fact : facts) {
      Optional<Subject> about = Subject.of(fact.event());
      if (about.isPresent() && !now.containsKey(about.get()) && !given.contains(about.get())) {
        unknown.add(about.get());
      }
    }
    return unknown;
  }

  /// Takes facts in.
  /// - **Shape** `kept`: the tracks of [#unknown] that are kept; others begin empty
  public void take(List<Fact> facts, Map<Subject, Track> kept) {
    kept.forEach((subject, track) -> {
      if (given.add(subject)) {
        count(track, -1, changes);
        now.put(subject, track);
      }
    });
    facts.forEach(this::take);
  }

  private void take(Fact fact) {
    Optional<Subject> about = Subject.of(fact.event());
    if (about.isPresent()) {
      @Nullable Track old = now.get(about.get());
      Track track = with(old == null ? begun(about.get()) : old, fact);
      if (track.isOver()) {
        // Nothing changes its counts any more, so they are all that is left of it.
        count(track, 1, changes);
        now.remove(about.get());
      } else {
        now.put(about.get(), track);
      }
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
    Map<Cell, Long> all = new HashMap<>(changes);
    now.values().forEach(track -> count(track, 1, all));
    all.values().removeIf(change -> change == 0);
    return all;
  }

  private static void count(Track track, long by, Map<Cell, Long> to) {
    track.cells().forEach(cell -> to.merge(cell, by, Long::sum));
  }

  /// Tracks as they stand now, of which more facts may come: those that are to be kept.
  public Map<Subject, Track> kept() {
    return Collections.unmodifiableMap(now);
  }

  /// Those that were kept before and need not be any more.
  public Set<Subject> dropped() {
    return given.stream().filter(subject -> !now.containsKey(subject)).collect(Collectors.toSet());
  }

  /// The counts of all facts at once, without any that are kept.
  public static Map<Cell, Long> counts(List<Fact> facts) {
    Fold fold = new Fold();
    fold.take(facts, Map.of());
    return fold.changes();
  }
}
