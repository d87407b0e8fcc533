package org.ridgeline.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings a gallery up to the last committed change of its database.
/// - **Error** a database that does not have the gallery's last change: [GalleryAheadException]
final class GalleryFollower {
  private static final String CHANGES =
      """
      select change, encounter_id, removed from gallery_change
      where change >= ? order by change limit ?
      """;
  private static final String FINGERS =
      """
      select e.encounter_id, p.person_id, f.fgp, f.template
      from encounter e join finger f using (encounter_id) join person p using (person_id)
      where e.encounter_id = any(?) and not e.sealed and not p.sealed
      """;
  private static final String OUTDATED =
      """
      select exists (
        select from gallery_change late
        where change > ? and case when removed then encounter_id = any(?) else exists (
          select from gallery_change earlier
          where earlier.encounter_id = late.encounter_id and earlier.change < late.change) end)
      """;

  private final JdbcClient jdbc;
  private final Gallery gallery;
  private final Engine engine;

  GalleryFollower(DataSource dataSource, Gallery gallery, Engine engine) {
    jdbc = JdbcClient.create(dataSource);
    this.gallery = gallery;
    this.engine = engine;
  }

  /// Asks the database for the last encounter that the gallery has. A database restored from an
  /// older backup and used since may have as many changes, but not the same.
  void checkOrigin(LocalGallery.Added last) {
    boolean isThere =
        jdbc.sql("select count(*) from gallery_change where change = ? and encounter_id = ?")
            .params(last.change(), last.encounterId())
            .query(Boolean.class)
            .single();
    if (!isThere) {
      throw new GalleryAheadException(
          "its change "
              + last.change()
              + " is not in the database, which was restored from an older backup");
    }
  }

  /// Whether a search that saw the gallery up to a change has to be done again: one of those it
  /// found has left since, or an encounter has taken its own place, with other templates or as
  /// another person's, and the search may have come upon neither the old row nor the new one.
  boolean isOutdated(Set<UUID> found, long upTo) {
    return jdbc.sql(OUTDATED)
        .params(upTo, found.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /// Reads batches until there is nothing new; gives the number of encounters added. One thread
  /// reads at a time; the others wait for it, since they would read the same.
  synchronized int catchUp() {
    int added = 0;
    List<Change> changes = nextChanges();
    while (!changes.isEmpty()) {
      added += apply(changes);
      changes = changes.size() < Limits.GALLERY_BATCH ? List.of() : nextChanges();
    }
    return added;
  }

  /// What comes after the last change seen. That one is read again: if it is not there, the
  /// database is not the one that the gallery has followed so far.
  private List<Change> nextChanges() {
    long upTo = gallery.upTo();
    List<Change> changes =
        jdbc.sql(CHANGES)
            .params(upTo, Limits.GALLERY_BATCH + 1)
            .query((row, _) ->
                new Change(row.getLong(1), row.getObject(2, UUID.class), row.getBoolean(3)))
            .list();
    if (upTo == 0) {
      return changes.subList(0, Math.min(changes.size(), Limits.GALLERY_BATCH));
    }
    if (changes.isEmpty() || changes.getFirst().number() != upTo) {
      throw new GalleryAheadException(
          "it reaches change "
              + upTo
              + ", which the database does not have: that was restored from an older backup");
    }
    return changes.subList(1, changes.size());
  }

  /// Who comes again takes their own place, in one step. Removals first: dying before the
  /// additions, the gallery reaches no further than it did, and is told all of it again.
  private int apply(List<Change> changes) {
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
    List<StoredEntry> entries = entries(added);
    entries.forEach(entry -> removed.remove(entry.encounterId()));
    long upTo = changes.getLast().number();
    if (!removed.isEmpty()) {
      gallery.remove(removed, entries.isEmpty() ? upTo : gallery.upTo());
    }
    if (removed.isEmpty() || !entries.isEmpty()) {
      gallery.append(entries, upTo);
    }
    return entries.size();
  }

  /// An encounter without a finger, or removed since, has no rows and so no entry.
  private List<StoredEntry> entries(Map<UUID, Long> added) {
    Map<UUID, Loaded> loaded = new LinkedHashMap<>();
    jdbc.sql(FINGERS)
        .param(added.keySet().toArray(UUID[]::new))
        .query((ResultSet row) -> collect(row, loaded));
    List<UUID> found = List.copyOf(loaded.keySet());
    return engine
        .workers()
        .map(
            found.size(),
            i -> entry(found.get(i), loaded.get(found.get(i)), added.get(found.get(i))));
  }

  private StoredEntry entry(UUID encounterId, Loaded loaded, long change) {
    return new StoredEntry(
        encounterId, loaded.personId, change, engine.store(new TenPrint(loaded.fingers)));
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
  }
}
