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

  private volatile List<Entry> entries = List.of();
  private volatile long upTo;

  /// All entries, in order of their change number. Unmodifiable, a snapshot.
  public List<Entry> entries() {
    return entries;
  }

  /// The last change this gallery has seen; 0 when new.
  public long upTo() {
    return upTo;
  }

  /// Adds a batch whose change numbers are all above those already there, and notes how far the
  /// gallery now reaches.
  public synchronized void add(List<Entry> batch, long reaches) {
    if (entries.size() + batch.size() > ENTRIES_MAX) {
      throw new IllegalStateException(
          "entries=" + (entries.size() + batch.size()) + " limit=" + ENTRIES_MAX);
    }
    if (!batch.isEmpty()) {
      List<Entry> grown = new ArrayList<>(entries);
      grown.addAll(batch);
      grown.sort(Comparator.comparingLong(Entry::change));
      entries = List.copyOf(grown);
    }
    upTo = Math.max(upTo, reaches);
  }

  /// Takes encounters out, and notes how far the gallery now reaches.
  public synchronized void remove(Set<UUID> encounterIds, long reaches) {
    entries = entries.stream().filter(e -> !encounterIds.contains(e.encounterId())).toList();
    upTo = Math.max(upTo, reaches);
  }
}
