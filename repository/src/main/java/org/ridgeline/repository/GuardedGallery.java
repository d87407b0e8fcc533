package org.ridgeline.repository;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.ridgeline.search.gallery.DamagedGalleryException;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.rank.Found;
import org.ridgeline.search.rank.Probe;

/// A gallery in files that is not asked any more once it turned out to be damaged: what opening
/// does not read shows in a search. Then everything fails, and a mark in the folder makes the next
/// start begin anew.
final class GuardedGallery implements Gallery {
  private static final Logger LOG = System.getLogger(GuardedGallery.class.getName());
  private static final String MARK = "damaged";

  private final String name;
  private final Path folder;
  private final Gallery gallery;
  private volatile Optional<String> damage = Optional.empty();

  /// - **Shape** `name` of the repository, `folder` of the files
  GuardedGallery(String name, Path folder, Gallery gallery) {
    this.name = name;
    this.folder = folder;
    this.gallery = gallery;
  }

  /// The mark in a folder, whether there or not: what the damage was.
  static Path mark(Path folder) {
    return folder.resolve(MARK);
  }

  @Override
  public Found search(Probe probe, Options options) {
    return guarded(() -> gallery.search(probe, options));
  }

  @Override
  public void append(List<StoredEntry> entries, long upTo) {
    guarded(() -> {
      gallery.append(entries, upTo);
      return upTo;
    });
  }

  @Override
  public void remove(Set<UUID> encounterIds, long upTo) {
    guarded(() -> {
      gallery.remove(encounterIds, upTo);
      return upTo;
    });
  }

  @Override
  public long upTo() {
    return guarded(gallery::upTo);
  }

  @Override
  public int encounters() {
    return gallery.encounters();
  }

  private <T> T guarded(Supplier<T> work) {
    damage.ifPresent(what -> {
      throw new IllegalStateException(what);
    });
    try {
      return work.get();
    } catch (DamagedGalleryException | InternalError e) {
      // InternalError: the system could not give a page of a mapped file.
      throw damaged(e);
    }
  }

  private synchronized IllegalStateException damaged(Throwable e) {
    String said = e.getMessage() == null ? e.toString() : e.getMessage();
    if (damage.isEmpty()) {
      damage =
          Optional.of(
              "the gallery of "
                  + name
                  + " is damaged, it is not searched any more: restart to have it made anew ("
                  + said
                  + ")");
      LOG.log(Level.ERROR, damage.get());
      try {
        Files.writeString(mark(folder), said);
      } catch (IOException trouble) {
        LOG.log(
            Level.ERROR, folder + " could not be marked: delete it before the restart: " + trouble);
      }
    }
    return new IllegalStateException(damage.get(), e);
  }

  @Override
  public void close() {
    gallery.close();
  }
}
