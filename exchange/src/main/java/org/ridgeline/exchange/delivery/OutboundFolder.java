package org.ridgeline.exchange.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.answer.Answer;

/// Where answers are put as files: `outbound/ORI/CONTROL-TOT.an2`.
///
/// A file appears under its name only when it is whole and on disk: it is written as `.tmp` beside,
/// forced, then renamed.
final class OutboundFolder {
  private final Path root;

  OutboundFolder(Path root) {
    this.root = root;
  }

  void write(Agency agency, Answer answer) throws IOException {
    Path folder = root.resolve(agency.ori().value());
    Files.createDirectories(folder);
    String name = answer.control() + "-" + answer.tot() + ".an2";
    Path part = folder.resolve(name + ".tmp");
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(answer.bytes());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
