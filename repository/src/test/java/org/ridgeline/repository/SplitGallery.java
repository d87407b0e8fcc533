package org.ridgeline.repository;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.gallery.GallerySizes;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.search.rank.Found;
import org.ridgeline.search.rank.Part;
import org.ridgeline.search.rank.Probe;

/// A gallery in parts by encounter id: what one over several machines would do, with files here.
final class SplitGallery implements Gallery {
  private final Engine engine;
  private final List<StoredGallery> parts;

  SplitGallery(Path folder, int count, Engine engine) {
    this.engine = engine;
    parts =
        IntStream.range(0, count)
            .mapToObj(i ->
                StoredGallery.open(
                    folder.resolve("part-" + i), new UUID(1, i), GallerySizes.STANDARD))
            .toList();
  }

  private int partOf(UUID encounterId) {
    return Math.floorMod(encounterId.hashCode(), parts.size());
  }

  @Override
  public Found search(Probe probe, Options options) {
    List<Part> all = parts.stream().map(part -> engine.part(part.snapshot())).toList();
    return switch (options) {
      case Options.Everybody(var lines, long elsewhere) ->
          engine.search(probe, all, options(lines, elsewhere));
      case Options.ForHit(var lines, long elsewhere) ->
          engine.search(probe, all, options(lines, elsewhere).forHits());
      case Options.Since(long change) -> engine.searchSince(probe, all, change);
    };
  }

  private Engine.Options options(Thresholds lines, long elsewhere) {
    return new Engine.Options(true, lines.reviewMin(elsewhere + encounters()), Optional.empty());
  }

  @Override
  public void append(List<StoredEntry> entries, long upTo) {
    for (int i = 0; i < parts.size(); i++) {
      int number = i;
      parts
          .get(i)
          .append(entries.stream().filter(e -> partOf(e.encounterId()) == number).toList(), upTo);
    }
  }

  @Override
  public void remove(Set<UUID> encounterIds, long upTo) {
    parts.forEach(part -> part.remove(encounterIds, upTo));
  }

  @Override
  public long upTo() {
    return parts.stream().mapToLong(part -> part.snapshot().upTo()).min().orElseThrow();
  }

  @Override
  public int encounters() {
    return parts.stream().mapToInt(part -> part.snapshot().encounters()).sum();
  }

  @Override
  public void close() {
    parts.forEach(StoredGallery::close);
  }
}
