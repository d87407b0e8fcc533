package org.ridgeline.exchange.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Ori;

/// Reads agencies' files, each on a thread of its agency's: a pipe that took a file's name, or a
/// disk that does not answer, holds up nobody else. To open a pipe without a writer takes for ever
/// and cannot be interrupted, so there is one such thread at most of each agency.
///
/// Used by one thread.
/// - **Limit** [Limits#FOLDER_READ_PATIENCE] is waited for a file; what ends later is taken later
final class PatientReads {
  private final Duration patience;
  private final Map<Ori, Reading> last = new HashMap<>();

  PatientReads() {
    this(Limits.FOLDER_READ_PATIENCE);
  }

  PatientReads(Duration patience) {
    this.patience = patience;
  }

  private record Reading(Path file, State state, FutureTask<Optional<byte[]>> bytes) {}

  /// By what a file is known to be the one that was there.
  private record State(Optional<Object> key, FileTime changed, long bytes) {
    static State of(Path file) throws IOException {
      BasicFileAttributes now =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return new State(Optional.ofNullable(now.fileKey()), now.lastModifiedTime(), now.size());
    }
  }

  /// Whether a file of the agency's has not been read to its end.
  boolean isUnderWay(Ori ori) {
    return last.containsKey(ori) && !last.get(ori).bytes().isDone();
  }

  /// An agency's turn with these files; what was read of a file that is gone is let go.
  /// - **Error** IOException while an earlier file is still being read
  void turn(Ori ori, List<Path> files) throws IOException {
    if (isUnderWay(ori)) {
      throw tooSlow(last.get(ori).file());
    }
    if (last.containsKey(ori) && !files.contains(last.get(ori).file())) {
      last.remove(ori);
    }
  }

  /// A file's bytes; empty where they are too many. The file that was looked at is the one that is
  /// read, whatever takes its name meanwhile.
  /// - **Error** IOException where it takes too long
  Optional<byte[]> read(Ori ori, Path file) throws IOException {
    if (isUnderWay(ori)) {
      throw tooSlow(last.get(ori).file());
    }
    State now = State.of(file);
    Reading before = last.remove(ori);
    boolean isRead =
        before != null && before.file().equals(file) && Objects.equals(before.state(), now);
    Reading reading = isRead ? before : begin(ori, file, now);
    try {
      return reading.bytes().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      last.put(ori, reading);
      throw tooSlow(file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    } catch (ExecutionException e) {
      // With its cause: an error that is no exception still ends the process.
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    }
  }

  private static Reading begin(Ori ori, Path file, State now) {
    FutureTask<Optional<byte[]>> bytes = new FutureTask<>(() -> bytes(file));
    Thread.ofPlatform().daemon().name("drop-folder-" + ori.value()).start(bytes);
    return new Reading(file, now, bytes);
  }

  private static Optional<byte[]> bytes(Path file) throws IOException {
    try (var channel =
            Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        InputStream in = Channels.newInputStream(channel)) {
      byte[] bytes = in.readNBytes(Limits.SUBMISSION_BYTES_MAX + 1);
      return Optional.of(bytes).filter(read -> read.length <= Limits.SUBMISSION_BYTES_MAX);
    }
  }

  private IOException tooSlow(Path file) {
    return new IOException(
        file.getFileName()
            + " is not read after "
            + patience.toSeconds()
            + " s: a pipe, or a disk that does not answer? Its folder is passed over until that "
            + "ends; end a pipe's writer, or write to it, or start the server again without it");
  }
}
