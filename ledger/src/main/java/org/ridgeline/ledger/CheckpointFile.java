package org.ridgeline.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// A file of checkpoints, a line each, the newest last: `checkpoints.log`, or a copy elsewhere.
record CheckpointFile(Path path) {
  /// Its name in the ledger's folder.
  static final String NAME = "checkpoints.log";

  private static final int TAIL_BYTES = 4096;

  static CheckpointFile in(Path folder) {
    return new CheckpointFile(folder.resolve(NAME));
  }

  boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /// The last line that is not blank; empty where there is no file or none in it.
  Optional<String> lastLine() throws IOException {
    if (!exists()) {
      return Optional.empty();
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(0, file.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      String text = new String(bytes, StandardCharsets.US_ASCII);
      return text.lines().filter(line -> !line.isBlank()).reduce((_, last) -> last);
    }
  }

  /// Every line; none where there is no file.
  List<String> lines() throws IOException {
    return exists() ? Files.readAllLines(path, StandardCharsets.US_ASCII) : List.of();
  }

  /// Adds lines, and returns once they are on disk.
  void append(List<Checkpoint> checkpoints) throws IOException {
    StringBuilder lines = new StringBuilder();
    checkpoints.forEach(one -> lines.append(one.line()).append('\n'));
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
    try (FileChannel out =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            LinkOption.NOFOLLOW_LINKS)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }
}
