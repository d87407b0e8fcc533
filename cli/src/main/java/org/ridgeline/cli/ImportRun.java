package org.ridgeline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.cli.ImportDoor.Outcome;
import org.ridgeline.cli.ImportDoor.Reply;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.cli.terminal.Trouble;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;
import tools.jackson.databind.JsonNode;

/// Files, and folders of files, through one door, several at once.
///
/// What is enrolled stays so: an import that was killed is run again with the same files, and those
/// that were enrolled before are told by their digest and passed. A file that cannot be read or is
/// refused stops no other; trouble of the door itself stops the run.
final class ImportRun {
  /// Hears what became of each file, one at a time.
  @FunctionalInterface
  interface Listener {
    void became(Path file, Reply reply);
  }

  private final ImportDoor door;
  private final int jobs;
  private final Listener listener;
  private final Map<Outcome, AtomicLong> counts = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> codes = new ConcurrentHashMap<>();
  private final LongAdder bytes = new LongAdder();
  private final AtomicReference<Exception> trouble = new AtomicReference<>();
  private final AtomicLong done = new AtomicLong();

  private final Set<Path> leftOut;

  ImportRun(ImportDoor door, int jobs, Set<Path> leftOut, Listener listener) {
    this.door = door;
    this.jobs = jobs;
    this.leftOut = leftOut.stream().map(ImportRun::plain).collect(Collectors.toSet());
    this.listener = listener;
  }

  private static Path plain(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /// Takes every file, and every file in every folder; hidden ones are left out.
  /// - **Error** trouble of the door: as it came, after what was begun has ended
  ImportReport run(List<Path> paths) throws Exception {
    long began = System.nanoTime();
    long all = count(paths);
    Semaphore room = new Semaphore(2 * jobs);
    try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
      for (Path path : paths) {
        walk(
            path,
            file -> {
              room.acquire();
              workers.execute(() -> {
                try {
                  take(file);
                } finally {
                  room.release();
                  Output.progress("imported", done.incrementAndGet(), all);
                }
              });
            });
      }
    }
    if (trouble.get() != null) {
      throw trouble.get();
    }
    return report((System.nanoTime() - began) / 1e9);
  }

  private long count(List<Path> paths) throws IOException, InterruptedException {
    long[] all = {0};
    for (Path path : paths) {
      walk(path, _ -> all[0]++);
    }
    return all[0];
  }

  @FunctionalInterface
  private interface Visitor {
    void visit(Path file) throws InterruptedException;
  }

  /// In the order of names, folder by folder, so that two runs go the same way.
  private void walk(Path path, Visitor visitor) throws IOException, InterruptedException {
    if (!Files.isDirectory(path)) {
      visitor.visit(path);
      return;
    }
    List<Path> entries;
    try (Stream<Path> children = Files.list(path)) {
      entries = children.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path entry : entries) {
      boolean hidden =
          entry.getFileName().toString().startsWith(".") || leftOut.contains(plain(entry));
      if (!hidden && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        walk(entry, visitor);
      } else if (!hidden) {
        visitor.visit(entry);
      }
    }
  }

  private void take(Path file) {
    if (trouble.get() != null) {
      return;
    }
    try {
      became(file, reply(file));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      trouble.compareAndSet(null, e);
    } catch (IOException | RuntimeException e) {
      trouble.compareAndSet(null, new IOException(file + ": " + Trouble.said(e), e));
    }
  }

  private Reply reply(Path file) throws IOException, InterruptedException {
    byte[] content;
    try {
      if (Files.isDirectory(file)) {
        return unreadable("a link to a folder: name the folder itself");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        return unreadable("not a file");
      }
      long size = Files.size(file);
      if (size > Limits.SUBMISSION_BYTES_MAX) {
        return ImportDoor.refused(List.of(tooLarge(size)));
      }
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      return unreadable(Trouble.said(e));
    }
    bytes.add(content.length);
    return door.take(content);
  }

  private static Reply unreadable(String why) {
    JsonNode finding = Output.mapper().valueToTree(new Unread(why));
    return new Reply(Outcome.UNREADABLE, Optional.empty(), List.of(finding));
  }

  /// Why a file could not be read, with the keys of a finding.
  record Unread(String severity, String code, String expected, String found) {
    Unread(String found) {
      this("ERROR", "UNREADABLE", "a file that can be read", found);
    }
  }

  private static Finding tooLarge(long bytes) {
    return Finding.of(
        Severity.ERROR,
        FindingCode.FILE_TOO_LARGE,
        "at most " + Limits.SUBMISSION_BYTES_MAX + " bytes",
        bytes + " bytes");
  }

  private synchronized void became(Path file, Reply reply) {
    counts.computeIfAbsent(reply.outcome(), _ -> new AtomicLong()).incrementAndGet();
    for (JsonNode finding : reply.findings()) {
      String code = finding.path("code").asString();
      codes.computeIfAbsent(code, _ -> new AtomicLong()).incrementAndGet();
    }
    listener.became(file, reply);
  }

  private long count(Outcome outcome) {
    AtomicLong count = counts.get(outcome);
    return count == null ? 0 : count.get();
  }

  private ImportReport report(double seconds) {
    Map<String, Long> findings = new TreeMap<>();
    codes.forEach((code, count) -> findings.put(code, count.get()));
    long now = count(Outcome.NEW_PERSON) + count(Outcome.KNOWN_PERSON);
    double perSecond = seconds > 0 ? Math.round(100 * now / seconds) / 100.0 : 0;
    double tenths = Math.round(10 * seconds) / 10.0;
    return new ImportReport(
        done.get(),
        count(Outcome.NEW_PERSON),
        count(Outcome.KNOWN_PERSON),
        count(Outcome.BEFORE),
        count(Outcome.REFUSED),
        count(Outcome.UNREADABLE),
        findings,
        new ImportReport.Speed(bytes.sum(), tenths, perSecond));
  }
}
