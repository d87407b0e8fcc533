package org.ridgeline.search.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The encounters of one repository that a search compares with.
///
/// Readers take [#entries()] and are never blocked; writers replace the list. Adding is by batch: a
/// batch copies the list once.
/// - **Limit** [#ENTRIES_MAX] encounters; beyond: IllegalStateException
public final class Gallery {
  /// About 10 GB of heap at ten fingers an encounter.
  public static final int ENTRIES_MAX = 100_000;

  private volatile Snapshot snapshot = new Snapshot(List.of(), 0);

  /// What a gallery holds at one moment: the entries in order of their change number, and the last
  /// change they reach. The two belong together: a search that took them apart could claim to have
  /// seen an encounter it had not.
  public record Snapshot(List<Entry> entries, long upTo) {
    public Snapshot {
      entries = List.copyOf(entries);
    }
  }

  /// The gallery as it is now, unchanging.
  public Snapshot snapshot() {
    return snapshot;
  }

  /// Adds a batch whose change numbers are all above those already there, and notes how far the
  /// gallery now reaches.
  public synchronized void add(List<Entry> batch, long reaches) {
    List<Entry> entries = snapshot.entries();
    if (entries.size() + batch.size() > ENTRIES_MAX) {
      throw new IllegalStateException(
          "entries=" + (entries.size() + batch.size()) + " limit=" + ENTRIES_MAX);
    }
    List<Entry> grown = new ArrayList<>(entries);
    grown.addAll(batch);
    grown.sort(Comparator.comparingLong(Entry::change));
    snapshot = new Snapshot(grown, Math.max(snapshot.upTo(), reaches));
  }

  /// Takes encounters out, and notes how far the gallery now reaches.
  public synchronized void remove(Set<UUID> encounterIds, long reaches) {
    List<Entry> left =
        snapshot.entries().stream().filter(e -> !encounterIds.contains(e.encounterId())).toList();
    snapshot = new Snapshot(left, Math.max(snapshot.upTo(), reaches));
  }
}
