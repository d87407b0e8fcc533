package org.ridgeline.exchange.purge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ridgeline.ledger.Tally;

/// The files of submissions in the agencies' folders: `inbound/ORI/done` and `refused`, whose names
/// end in the control number, and `outbound/ORI`, whose names begin with it. No link is followed.
public final class SubmissionFiles {
  private static final String SUFFIX = ".an2";

  /// Of a file that a crash left half written.
  private static final String PART = ".tmp";

  private static final List<String> TAKEN = List.of("done", "refused");

  private final Path inbound;
  private final Path outbound;

  public SubmissionFiles(Path inbound, Path outbound) {
    this.inbound = inbound;
    this.outbound = outbound;
  }

  /// Which files.
  /// - **Shape** `control` of the submission, empty for all; `before` they were written
  public record Which(String control, Instant before) {
    boolean isTaken(String name) {
      return name.endsWith((control.isEmpty() ? "" : "." + control) + SUFFIX);
    }

    boolean isAnswer(String name) {
      return control.isEmpty()
          ? name.endsWith(SUFFIX) || name.endsWith(PART)
          : name.startsWith(control + "-") && name.endsWith(SUFFIX);
    }
  }

  /// Removes the files that were taken in; gives how many and how many bytes.
  public Tally removeTaken(Which which) throws IOException {
    return remove(taken(which), "files-taken");
  }

  /// Removes the files that were put out; gives how many and how many bytes.
  public Tally removeAnswers(Which which) throws IOException {
    return remove(answers(which), "files-outbound");
  }

  /// Files that were taken in.
  public List<Path> taken(Which which) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path agency : folders(inbound)) {
      for (String name : TAKEN) {
        found.addAll(files(agency.resolve(name), which, which::isTaken));
      }
    }
    return found;
  }

  /// Files that were put out.
  public List<Path> answers(Which which) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path agency : folders(outbound)) {
      found.addAll(files(agency, which, which::isAnswer));
    }
    return found;
  }

  private static List<Path> folders(Path root) throws IOException {
    return listed(root).stream()
        .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  private static List<Path> files(Path folder, Which which, Predicate<String> named)
      throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : listed(folder)) {
      if (named.test(file.getFileName().toString())
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && isBefore(file, which.before())) {
        found.add(file);
      }
    }
    return found;
  }

  private static boolean isBefore(Path file, Instant before) throws IOException {
    try {
      Instant written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
      return written.isBefore(before);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private static List<Path> listed(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException gone) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// The control numbers that a file's name may tell of.
  static List<String> controls(Path file) {
    String stem = file.getFileName().toString().replaceAll("\\.an2$", "");
    return List.of(stem.substring(stem.lastIndexOf('.') + 1), stem.replaceAll("-.*", ""));
  }

  /// Removes files; gives how many and how many bytes. One that is gone by now is not counted.
  static Tally remove(List<Path> files, String kind) throws IOException {
    Tally removed = Tally.NONE;
    for (Path file : files) {
      try {
        long size = Files.size(file);
        Files.delete(file);
        removed = removed.plus(kind, 1).plus(kind + "-bytes", size);
      } catch (NoSuchFileException gone) {
        // Its agency has taken it away meanwhile.
        continue;
      }
    }
    return removed;
  }
}
