package org.ridgeline.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.ExportRows;
import org.ridgeline.repository.ExportRows.Place;
import org.ridgeline.repository.ExportRows.Standing;
import org.ridgeline.repository.ExportedEncounter;
import org.ridgeline.repository.RepositorySize;
import org.ridgeline.repository.export.Export;
import org.ridgeline.repository.export.Exports;

/// Writes a whole repository into a folder, after two persons agreed to it.
///
/// What was enrolled before the first run began is in it; what was erased, sealed, merged or moved
/// before the last one ended is as it was then. First the files are written, portion by portion;
/// then the lists, in one snapshot of the database, and the folder is tidied after them; then,
/// while nobody is enrolled or erased, it is asked whether all still stand so, and the export is
/// over. Who is erased between is found missing there, and the lists are made again.
///
/// Killed at any moment, it goes on when run again: files that are there with the right digest
/// stay. It opens no gallery, and so works beside a server that has them.
public final class RepositoryExport {
  private static final String SUMMARY = "summary.json";
  private static final int PAGE = org.ridgeline.repository.Limits.EXPORT_PAGE;
  private static final UUID ZERO = new UUID(0, 0);

  private final RepositoryName name;
  private final Exports exports;
  private final ExportRows rows;

  /// - **Shape** `exports` and `rows` of the repository of that name
  public RepositoryExport(RepositoryName name, Exports exports, ExportRows rows) {
    this.name = name;
    this.exports = exports;
    this.rows = rows;
  }

  /// Hears how far it is.
  @FunctionalInterface
  public interface Told {
    /// So many of so many encounters are done of one thing.
    void at(String what, long done, long all);
  }

  /// Who runs it, and how.
  /// - **Shape** `user` of the operating system
  /// - **Limit** `threads` 1..[Limits#EXPORT_THREADS_MAX]
  /// - **Error** beyond: IllegalArgumentException
  public record Means(String user, int threads) {
    public Means {
      if (threads < 1 || threads > Limits.EXPORT_THREADS_MAX) {
        throw new IllegalArgumentException(
            "threads=" + threads + " limit=1.." + Limits.EXPORT_THREADS_MAX);
      }
    }
  }

  /// How many persons and encounters there are now.
  public RepositorySize size() {
    return rows.size();
  }

  /// Writes an export, or goes on with it.
  /// - **Error** not agreed to, lapsed, stopped, another folder: ExportRefusedException; disk
  ///   trouble: IOException, and what was written stays for the next run
  public Exported run(UUID id, Path root, Means means, Told told)
      throws IOException, InterruptedException {
    // Before anything is made on the disk.
    exports.expectRunnable(id);
    try (ExportFolder folder = ExportFolder.open(root, id)) {
      Export one = exports.start(id, folder.mark(), means.user(), at -> begun(folder, at));
      Export.Run run = one.run().orElseThrow();
      ExportFiles files = new ExportFiles(rows, folder);
      files.write(
          run.asOf(),
          means.threads(),
          done -> {
            exports.expectNotStopped(id);
            told.at("written", Math.min(done, run.encounters()), run.encounters());
          });
      return close(one, folder, files, told);
    } catch (UncheckedIOException e) {
      throw trouble(root, e.getCause());
    } catch (IOException e) {
      throw trouble(root, e);
    }
  }

  private static IOException trouble(Path root, IOException e) {
    String said = Optional.ofNullable(e.getMessage()).orElse(e.toString());
    return new IOException(
        root + ": " + said + "; what is written stays: put that right and run again", e);
  }

  private Export.Run begun(ExportFolder folder, Instant at) {
    long asOf = rows.lastChange();
    long encounters = rows.standing(asOf).encounters();
    return new Export.Run(folder.mark(), asOf, encounters, at, Optional.empty());
  }

  /// Lists, a tidy folder, and the end, where nobody was taken out while the lists were made.
  private Exported close(Export one, ExportFolder folder, ExportFiles files, Told told)
      throws IOException {
    Export.Run run = one.run().orElseThrow();
    for (int time = 0; time < Limits.EXPORT_CLOSINGS_MAX; time++) {
      exports.expectNotStopped(one.id());
      Listed listed = rows.inSnapshot(() -> list(one, folder, files, told));
      boolean isOver =
          rows.whileStill(run.asOf(), listed.standing(), () -> end(one, folder, listed.exported()));
      if (isOver) {
        return listed.exported();
      }
    }
    throw new IllegalStateException(
        "the lists of export "
            + one.id()
            + " were made "
            + Limits.EXPORT_CLOSINGS_MAX
            + " times, and somebody was amended each time: run it again at a quiet hour");
  }

  /// What one snapshot of the database gave.
  private record Listed(Standing standing, Exported exported) {}

  private Listed list(Export one, ExportFolder folder, ExportFiles files, Told told) {
    Export.Run run = one.run().orElseThrow();
    Standing standing = rows.standing(run.asOf());
    try (Closing lists = new Closing(folder, files)) {
      long done = 0;
      List<ExportedEncounter> page = rows.page(run.asOf(), Place.START, PAGE);
      while (!page.isEmpty()) {
        for (ExportedEncounter encounter : page) {
          lists.add(encounter);
        }
        for (var line : rows.history(page.stream().map(ExportedEncounter::encounterId).toList())) {
          lists.add(line);
        }
        done += page.size();
        told.at("listed", done, standing.encounters());
        page = rows.page(run.asOf(), Place.after(page.getLast()), PAGE);
      }
      merged(lists);
      Exported exported = exported(one, lists.end(), lists.counts());
      summary(folder, exported);
      lists.sums(List.of(Closing.MANIFEST, Closing.HISTORY, Closing.MERGED, SUMMARY));
      if (exported.counts().encounters() != standing.encounters()
          || exported.counts().sealed() != standing.sealed()) {
        throw new IllegalStateException(
            "listed=" + exported.counts() + " expected=" + standing + " of one snapshot");
      }
      return new Listed(standing, exported);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void merged(Closing lists) {
    Map<UUID, UUID> page = rows.merged(ZERO, PAGE);
    while (!page.isEmpty()) {
      lists.add(page);
      page = rows.merged(List.copyOf(page.keySet()).getLast(), PAGE);
    }
  }

  private Exported exported(Export one, String manifest, Exported.Counts counts) {
    Export.Run run = one.run().orElseThrow();
    return new Exported(
        one.id().toString(),
        name.key(),
        one.order().receiver(),
        run.encounters(),
        run.encounters() - counts.encounters(),
        rows.size().encounters() - counts.encounters(),
        counts,
        manifest);
  }

  private static void summary(ExportFolder folder, Exported exported) throws IOException {
    try (OutputStream out = folder.begin(SUMMARY)) {
      out.write(ExportFolder.JSON.writeValueAsBytes(exported));
      out.write('\n');
    }
  }

  private void end(Export one, ExportFolder folder, Exported exported) {
    exports.expectNotStopped(one.id());
    try {
      folder.put(List.of(Closing.MANIFEST, Closing.HISTORY, Closing.MERGED, SUMMARY, Closing.SUMS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    exports.end(one.id(), exported.manifestSha256(), exported.detail());
  }
}
