package org.ridgeline.exchange.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ridgeline.exchange.Limits;
import org.ridgeline.repository.ExportRows;
import org.ridgeline.repository.ExportRows.Place;
import org.ridgeline.repository.ExportedEncounter;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.Template;

/// The encounters' files: each there with the right bytes. What a run before wrote is read again
/// and kept; a thread has one file in memory at a time.
final class ExportFiles {
  private static final int PAGE = org.ridgeline.repository.Limits.EXPORT_PAGE;

  private final ExportRows rows;
  private final ExportFolder folder;

  /// Encounters whose stored bytes are not what their stored digest says.
  private final Set<UUID> damaged = ConcurrentHashMap.newKeySet();

  ExportFiles(ExportRows rows, ExportFolder folder) {
    this.rows = rows;
    this.folder = folder;
  }

  /// Hears how many are done, between two portions; may throw to stop.
  @FunctionalInterface
  interface Between {
    void done(long encounters);
  }

  /// Goes through all, several at once.
  void write(long asOf, int threads, Between between) throws IOException, InterruptedException {
    long done = 0;
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<ExportedEncounter> page = rows.page(asOf, Place.START, PAGE);
      while (!page.isEmpty()) {
        between.done(done);
        List<Future<Boolean>> begun = new ArrayList<>();
        for (ExportedEncounter one : page) {
          begun.add(workers.submit(() -> ensure(one)));
        }
        end(workers, begun);
        done += page.size();
        page = rows.page(asOf, Place.after(page.getLast()), PAGE);
      }
    }
    between.done(done);
  }

  private static void end(ExecutorService workers, List<Future<Boolean>> begun)
      throws IOException, InterruptedException {
    try {
      for (Future<Boolean> one : begun) {
        one.get();
      }
    } catch (ExecutionException e) {
      workers.shutdownNow();
      switch (e.getCause()) {
        case IOException trouble -> throw trouble;
        case RuntimeException trouble -> throw trouble;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  /// Where a file lies, or would.
  static String path(ExportedEncounter one) {
    boolean isXml = one.file().filter(ExportedEncounter.StoredFile::isXml).isPresent();
    return ExportFolder.path(
        one.isSealed(), one.personId(), one.encounterId() + (isXml ? ".xml" : ".an2"));
  }

  /// Sees to it that a file is there; false where there is none to be written, or none any more.
  boolean ensure(ExportedEncounter one) throws IOException {
    String path = path(one);
    return one.file().isPresent()
        ? original(one.encounterId(), path, one.file().get())
        : made(one, path);
  }

  private boolean original(UUID id, String path, ExportedEncounter.StoredFile file)
      throws IOException {
    if (folder.has(path, file.bytes()) && folder.sha256(path).equals(file.sha256())) {
      return true;
    }
    Optional<byte[]> bytes = rows.file(id);
    if (bytes.isEmpty()) {
      return false;
    }
    if (!Sha256.hex(bytes.get()).equals(file.sha256())) {
      damage(id);
    }
    folder.write(path, bytes.get());
    return true;
  }

  private boolean made(ExportedEncounter one, String path) throws IOException {
    Map<FingerPosition, Template> templates = rows.templates(one.encounterId());
    if (templates.isEmpty()) {
      return false;
    }
    byte[] bytes = MadeTransaction.of(one, templates);
    if (!folder.has(path, bytes.length) || !folder.sha256(path).equals(Sha256.hex(bytes))) {
      folder.write(path, bytes);
    }
    return true;
  }

  private void damage(UUID id) {
    damaged.add(id);
    if (damaged.size() > Limits.EXPORT_DAMAGED_MAX) {
      throw new IllegalStateException(
          "more than "
              + Limits.EXPORT_DAMAGED_MAX
              + " files in the database are not what their digests say: restore it first");
    }
  }

  /// Whether the stored bytes of an encounter are not what their stored digest says.
  boolean isDamaged(UUID id) {
    return damaged.contains(id);
  }
}
