package org.ridgeline.repository;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.gallery.GallerySizes;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.search.rank.Found;
import org.ridgeline.search.rank.Probe;

/// A gallery in memory-mapped files of this machine.
/// - **Error** damage: DamagedGalleryException, or InternalError where the system could not give a
///   page of a mapped file; [GuardedGallery] says what follows from that
final class LocalGallery implements Gallery {
  private final StoredGallery files;
  private final Engine engine;

  private LocalGallery(StoredGallery files, Engine engine) {
    this.files = files;
    this.engine = engine;
  }

  /// Opens the files of a folder, or makes them; see [StoredGallery#open] for errors.
  static LocalGallery open(Path folder, UUID owner, Engine engine) {
    return new LocalGallery(
        StoredGallery.open(folder, owner, GallerySizes.STANDARD, engine.workers()), engine);
  }

  @Override
  public Found search(Probe probe, Options options) {
    Snapshot snapshot = files.snapshot();
    return switch (options) {
      case Options.Everybody(var lines, long elsewhere) ->
          engine.search(probe, snapshot, options(lines, elsewhere + snapshot.encounters()));
      case Options.ForHit(var lines, long elsewhere) ->
          engine.search(
              probe, snapshot, options(lines, elsewhere + snapshot.encounters()).forHits());
      case Options.Since(long change) -> engine.searchSince(probe, snapshot, change);
    };
  }

  private static Engine.Options options(Thresholds lines, long encounters) {
    return new Engine.Options(true, lines.reviewMin(encounters), Optional.empty());
  }

  @Override
  public void append(List<StoredEntry> entries, long upTo) {
    files.append(entries, upTo);
  }

  /// What has been removed is gone from the journal, too, before anything is searched again.
  @Override
  public void remove(Set<UUID> encounterIds, long upTo) {
    if (files.remove(encounterIds, upTo) > 0) {
      files.checkpoint();
    }
  }

  @Override
  public long upTo() {
    return files.snapshot().upTo();
  }

  @Override
  public int encounters() {
    return files.snapshot().encounters();
  }

  /// An encounter and the change that added it.
  record Added(long change, UUID encounterId) {}

  /// The one added last of those that are in it.
  Optional<Added> last() {
    for (Segment segment : files.snapshot().segments().reversed()) {
      for (int row = segment.count() - 1; row >= 0; row--) {
        if (segment.isLive(row)) {
          return Optional.of(new Added(segment.change(row), segment.encounterId(row)));
        }
      }
    }
    return Optional.empty();
  }

  /// Wins back the room of what was removed; see [StoredGallery#compact()].
  void compact() {
    files.compact();
  }

  @Override
  public void close() {
    files.close();
  }
}
