package org.ridgeline.node.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The file of a backup. It is written under another name, `.NAME.part`, and gets its own when all
/// of it is on the disk: what has the name is whole, whatever ended the program.
public final class BackupFile {
  /// What its name ends with.
  public static final String ENDING = ".backup";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'ridgeline-'uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int BUFFER_BYTES = 1 << 16;

  private BackupFile() {}

  /// The name of one begun now, without a folder.
  public static String name(Instant now) {
    return NAME.format(now) + ENDING;
  }

  /// A backup: the file itself, or the newest of a folder.
  /// - **Error** none there: IOException
  public static Path find(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return place;
    }
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(file -> file.getFileName().toString().matches("ridgeline-.*\\" + ENDING))
          .max(Comparator.comparing(file -> file.getFileName().toString()))
          .orElseThrow(() -> new IOException("no backup in " + place));
    }
  }

  /// What writes it.
  interface Writing {
    void to(ContentOutput out) throws IOException;
  }

  /// Writes one; says how much, and the digest of the whole file.
  /// - **Error** a file of the name, no room on the disk: IOException, and nothing is left
  static Sum write(Path file, Optional<BackupKey> key, Writing writing) throws IOException {
    return write(file, key, writing, UnaryOperator.identity());
  }

  /// The same through another stream.
  static Sum write(
      Path file, Optional<BackupKey> key, Writing writing, UnaryOperator<OutputStream> through)
      throws IOException {
    if (Files.exists(file)) {
      throw new IOException(file + " is there already");
    }
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    Summed summed;
    try (FileChannel channel =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      summed = new Summed(through.apply(Channels.newOutputStream(channel)));
      OutputStream out = new BufferedOutputStream(summed, BUFFER_BYTES);
      Header header = Header.make(key);
      byte[] first = header.bytes();
      out.write(first);
      ContentOutput content = new ContentOutput(out, header.seal(file, key, first));
      try {
        writing.to(content);
        content.finish();
      } finally {
        content.end();
      }
      out.flush();
      channel.force(true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    Whole.force(file.toAbsolutePath().getParent());
    return summed.summing.sum();
  }

  private static final class Summed extends FilterOutputStream {
    private final Summing summing = new Summing();

    Summed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
      summing.add(bytes, from, count);
    }
  }
}
