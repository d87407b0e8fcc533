package org.ridgeline.search.gallery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are on the disk when a method returns.
final class DurableFiles {
  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 18);

  private DurableFiles() {}

  /// Puts bytes in the place of a file; after a crash, the old ones or the new ones are there.
  static void replace(Path path, byte[] bytes) throws IOException {
    Path next = path.resolveSibling(path.getFileName() + ".new");
    Files.write(next, bytes);
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(path.getParent());
  }

  /// Makes names that were made or taken away in a folder last.
  static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Writes zeros, growing the file where they reach beyond its end.
  static void zero(FileChannel channel, long from, long bytes) throws IOException {
    long at = from;
    while (at < from + bytes) {
      ByteBuffer zeros = ZEROS.duplicate();
      zeros.limit((int) Math.min(zeros.capacity(), from + bytes - at));
      at += channel.write(zeros, at);
    }
  }
}
