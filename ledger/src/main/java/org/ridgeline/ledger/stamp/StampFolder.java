package org.ridgeline.ledger.stamp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.ridgeline.ledger.AuditFinding;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.ledger.Limits;

/// The files of stamps: `ERA-NUMBER.tsr` in `timestamps` of the ledger's folder. The era is in the
/// name because the same number may be signed once an era.
record StampFolder(Path path) {
  private static final String NAME = "timestamps";
  private static final String ENDING = ".tsr";

  static StampFolder in(Path ledger) {
    return new StampFolder(ledger.resolve(NAME));
  }

  static String name(int era, long number) {
    return era + "-" + number + ENDING;
  }

  static String name(Checkpoint one) {
    return name(one.era(), one.number());
  }

  Path of(Checkpoint one) {
    return path.resolve(name(one));
  }

  /// Puts a stamp in its place, whole or not at all; one that is there stays.
  void keep(Checkpoint of, byte[] answer) throws IOException {
    Files.createDirectories(path);
    Path written = path.resolve(of(of).getFileName() + ".part");
    try (FileChannel out =
        FileChannel.open(
            written,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer bytes = ByteBuffer.wrap(answer);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(written, of(of), StandardCopyOption.ATOMIC_MOVE);
  }

  boolean has(Checkpoint one) {
    return Files.exists(of(one), LinkOption.NOFOLLOW_LINKS);
  }

  /// The names of all stamps, in order.
  List<String> names() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .sorted()
          .toList();
    }
  }

  /// What a file holds.
  /// - **Error** it cannot be read, is no file, or is too long: BadStamp
  byte[] read(String name) throws BadStamp {
    Path file = path.resolve(name);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > Limits.STAMP_BYTES_MAX) {
        throw new BadStamp(
            AuditFinding.Code.STAMP_UNREADABLE,
            "no file of " + Limits.STAMP_BYTES_MAX + " bytes at most");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadStamp(AuditFinding.Code.STAMP_UNREADABLE, "cannot be read: " + e);
    }
  }
}
