package org.ridgeline.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.ridgeline.search.gallery.DamagedGalleryException;
import org.ridgeline.search.gallery.GallerySizes;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.rank.Engine;

/// A repository's gallery files, in step with its database, and made anew from it where they cannot
/// be trusted: docs/decisions/0006-galleries-follow-their-database.md.
///
/// A start makes them anew where they are damaged, were filled with signatures of another engine,
/// or reach further than the database. What opening does not read may turn out to be damaged in a
/// search: then all searches fail, and a mark makes the next start begin anew.
/// - **Error** another database's files, or another version's: IllegalStateException
final class KeptGallery implements AutoCloseable {
  private static final Logger LOG = System.getLogger(KeptGallery.class.getName());
  private static final String MARK = "damaged";

  private final String name;
  private final Path folder;
  private final DataSource dataSource;
  private final Engine engine;
  private final GalleryIdentity identity;
  private StoredGallery gallery;
  private GalleryFollower follower;
  private volatile Optional<String> damage = Optional.empty();

  /// Opens the files, or makes them; returns once they have what the database has.
  KeptGallery(String name, DataSource dataSource, Path folder, Engine engine) {
    this.name = name;
    this.folder = folder;
    this.dataSource = dataSource;
    this.engine = engine;
    identity = new GalleryIdentity(dataSource, engine.calibration().network());
    discardMarked();
    discardEarlier();
    try {
      open();
    } catch (DamagedGalleryException | GalleryAheadException e) {
      discard(e.getMessage());
      open();
    }
  }

  private void discardMarked() {
    Path mark = folder.resolve(MARK);
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

  private void open() {
    gallery = files();
    try {
      follower = new GalleryFollower(dataSource, gallery, engine);
      follower.checkOrigin();
      long began = System.nanoTime();
      int added = follower.catchUp();
      if (added > 0) {
        LOG.log(
            Level.INFO,
            "gallery of %s: %,d encounters added from the database in %.1f s"
                .formatted(name, added, (System.nanoTime() - began) / 1e9));
      }
      gallery.compact();
    } catch (RuntimeException e) {
      closeAfter(e);
      throw e;
    }
  }

  private StoredGallery files() {
    try {
      return StoredGallery.open(folder, identity.owner(), GallerySizes.STANDARD);
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

  private void closeAfter(RuntimeException trouble) {
    try {
      gallery.close();
    } catch (RuntimeException e) {
      trouble.addSuppressed(e);
    }
  }

  /// Brings the gallery up to date and searches in it.
  /// - **Error** damage, found now or before, or a database that has gone back:
  ///   IllegalStateException
  <T> T search(Function<Snapshot, T> search) {
    damage.ifPresent(what -> {
      throw new IllegalStateException(what);
    });
    try {
      follower.catchUp();
      return search.apply(gallery.snapshot());
    } catch (GalleryAheadException e) {
      throw new IllegalStateException(
          "the gallery of " + name + " needs a restart to be made anew: " + e.getMessage(), e);
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
        Files.writeString(folder.resolve(MARK), said);
      } catch (IOException trouble) {
        LOG.log(
            Level.ERROR, folder + " could not be marked: delete it before the restart: " + trouble);
      }
    }
    return new IllegalStateException(damage.get(), e);
  }

  /// Encounters in it now, without looking for changes.
  int encounters() {
    return gallery.snapshot().encounters();
  }

  @Override
  public void close() {
    gallery.close();
  }
}
