package org.ridgeline.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.search.gallery.Entry;
import org.ridgeline.search.gallery.Gallery;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings a gallery up to the last committed change of its database.
final class GalleryFollower {
  private static final String CHANGES =
      """
      select change, encounter_id, removed from gallery_change
      where change > ? order by change limit ?
      """;
  private static final String FINGERS =
      """
      select e.encounter_id, e.person_id, f.fgp, f.template
      from encounter e join finger f using (encounter_id)
      where e.encounter_id = any(?)
      """;

  private final JdbcClient jdbc;
  private final Gallery gallery;

  GalleryFollower(DataSource dataSource, Gallery gallery) {
    jdbc = JdbcClient.create(dataSource);
    this.gallery = gallery;
  }

  /// Reads batches until there is nothing new. One thread reads at a time; the others wait for it,
  /// since they would read the same.
  synchronized void catchUp() {
    List<Change> changes = nextChanges();
    while (!changes.isEmpty()) {
      apply(changes);
      changes = changes.size() < Limits.GALLERY_BATCH ? List.of() : nextChanges();
    }
  }

  private List<Change> nextChanges() {
    return jdbc.sql(CHANGES)
        .params(gallery.snapshot().upTo(), Limits.GALLERY_BATCH)
        .query(
            (row, _) -> new Change(row.getLong(1), row.getObject(2, UUID.class), row.getBoolean(3)))
        .list();
  }

  private void apply(List<Change> changes) {
    Map<UUID, Long> added = new LinkedHashMap<>();
    Set<UUID> removed = new HashSet<>();
    for (Change change : changes) {
      if (change.removed()) {
        added.remove(change.encounterId());
        removed.add(change.encounterId());
      } else {
        added.put(change.encounterId(), change.number());
      }
    }
    long reaches = changes.getLast().number();
    if (!removed.isEmpty()) {
      gallery.remove(removed, gallery.snapshot().upTo());
    }
    gallery.add(entries(added), reaches);
  }

  private List<Entry> entries(Map<UUID, Long> added) {
    Map<UUID, Loaded> loaded = new LinkedHashMap<>();
    jdbc.sql(FINGERS)
        .param(added.keySet().toArray(UUID[]::new))
        .query((ResultSet row) -> collect(row, loaded));
    List<Entry> entries = new ArrayList<>();
    loaded.entrySet().parallelStream()
        .map(e -> e.getValue().entry(e.getKey(), added.get(e.getKey())))
        .forEachOrdered(entries::add);
    return entries;
  }

  private static void collect(ResultSet row, Map<UUID, Loaded> loaded) throws SQLException {
    UUID personId = row.getObject(2, UUID.class);
    FingerPosition finger = FingerPosition.ofFgp(row.getInt(3)).orElseThrow();
    loaded
        .computeIfAbsent(row.getObject(1, UUID.class), _ -> new Loaded(personId))
        .fingers
        .put(finger, Template.ofBytes(row.getBytes(4)));
  }

  private record Change(long number, UUID encounterId, boolean removed) {}

  /// One encounter's rows as they come in.
  private static final class Loaded {
    final UUID personId;
    final Map<FingerPosition, Template> fingers = new EnumMap<>(FingerPosition.class);

    Loaded(UUID personId) {
      this.personId = personId;
    }

    Entry entry(UUID encounterId, long change) {
      return Entry.of(encounterId, personId, change, new TenPrint(fingers));
    }
  }
}
