package org.ridgeline.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.ridgeline.search.gallery.DamagedGalleryException;
import org.ridgeline.search.gallery.GallerySizes;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.rank.Engine;

/// The folder of a repository's gallery files: they are opened in step with its database, and made
/// anew from it where they cannot be trusted:
/// docs/decisions/0006-galleries-follow-their-database.md.
///
/// A start makes them anew where they are damaged, were filled with signatures of another engine,
/// or reach further than the database.
/// - **Error** another database's files, or another version's: IllegalStateException
final class GalleryFolder {
  private static final Logger LOG = System.getLogger(GalleryFolder.class.getName());

  private final String name;
  private final Path folder;
  private final DataSource dataSource;
  private final Engine engine;
  private final GalleryIdentity identity;

  /// - **Shape** `name` of the repository, for messages
  GalleryFolder(String name, DataSource dataSource, Path folder, Engine engine) {
    this.name = name;
    this.folder = folder;
    this.dataSource = dataSource;
    this.engine = engine.reading(new StoredRidges(dataSource));
    identity = new GalleryIdentity(dataSource, engine.calibration().network());
  }

  /// Opens the files, or makes them; returns once they have what the database has.
  Gallery open() {
    discardMarked();
    discardEarlier();
    try {
      return new GuardedGallery(name, folder, filled());
    } catch (DamagedGalleryException | GalleryAheadException e) {
      discard(e.getMessage());
      return new GuardedGallery(name, folder, filled());
    }
  }

  private void discardMarked() {
    Path mark = GuardedGallery.mark(folder);
    try {
      if (Files.exists(mark)) {
        discard(Files.readString(mark).strip());
        Files.delete(mark);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void discardEarlier() {
    identity
        .earlierOwner()
        .ifPresent(owner -> {
          try {
            StoredGallery.open(folder, owner, GallerySizes.STANDARD).close();
            discard("its signatures are another engine's");
          } catch (DamagedGalleryException e) {
            discard(e.getMessage());
          } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "{0}: not filled by the engine used last", folder);
          }
        });
    identity.note();
  }

  private void discard(String why) {
    LOG.log(
        Level.WARNING,
        "gallery of " + name + " is deleted and made anew from the database: " + why);
    StoredGallery.delete(folder);
  }

  private LocalGallery filled() {
    LocalGallery gallery = files();
    try {
      GalleryFollower follower = new GalleryFollower(dataSource, gallery, engine);
      gallery.last().ifPresent(follower::checkOrigin);
      long began = System.nanoTime();
      int added = follower.catchUp();
      if (added > 0) {
        LOG.log(
            Level.INFO,
            "gallery of %s: %,d encounters added from the database in %.1f s"
                .formatted(name, added, (System.nanoTime() - began) / 1e9));
      }
      gallery.compact();
      return gallery;
    } catch (RuntimeException e) {
      closeAfter(gallery, e);
      throw e;
    }
  }

  private LocalGallery files() {
    try {
      return LocalGallery.open(folder, identity.owner(), engine);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "gallery of "
              + name
              + ": "
              + e.getMessage()
              + "; move or delete "
              + folder
              + " to have a gallery made from this database",
          e);
    }
  }

  private static void closeAfter(LocalGallery gallery, RuntimeException trouble) {
    try {
      gallery.close();
    } catch (RuntimeException e) {
      trouble.addSuppressed(e);
    }
  }
}
