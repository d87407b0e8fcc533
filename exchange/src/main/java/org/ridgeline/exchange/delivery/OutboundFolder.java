package org.ridgeline.exchange.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.answer.Answer;

/// Where answers are put as files: `outbound/ORI/CONTROL-ANSWER-TOT.an2`. With the answer's id in
/// its name a later answer never takes the place of one that nobody has read yet.
///
/// A file appears under its name only when it is whole and on disk: it is written outside the
/// agency's reach under a name that nobody can foresee, forced, then renamed. A folder that is a
/// link is not written into, and a name that is one is replaced, never followed.
final class OutboundFolder {
  /// No ORI has a dot.
  private static final String PARTS = ".parts";

  private final Path root;

  OutboundFolder(Path root) {
    this.root = root;
  }

  void write(Agency agency, Answer answer) throws IOException {
    Path folder = root.resolve(agency.ori().value());
    Path parts = root.resolve(PARTS);
    for (Path one : List.of(folder, parts)) {
      Files.createDirectories(one);
      if (!Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException(one + " is a link, expected a folder");
      }
    }
    String name = answer.control() + "-" + answer.answerId() + "-" + answer.tot() + ".an2";
    Path part = parts.resolve(UUID.randomUUID() + ".tmp");
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(answer.bytes());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
