package org.ridgeline.oversight.sealed;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/// A key in a PEM file that only its owner may read.
final class KeyFile {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private KeyFile() {}

  static byte[] read(Path file) throws IOException {
    String text = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no PEM file", e);
    }
  }

  /// The same of a secret, which nobody else may be able to read.
  static byte[] readSecret(Path file) throws IOException {
    Set<PosixFilePermission> can = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
    if (Files.isSymbolicLink(file) || !OWNER.containsAll(can)) {
      throw new IOException(
          file + " is a link, or open to others on this machine: a file of mode 600 is expected");
    }
    return read(file);
  }

  /// Writes a file whole; false where there is one, which is left as it is.
  static boolean write(Path file, String label, byte[] bytes) throws IOException {
    Files.createDirectories(
        file.toAbsolutePath().getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Path part =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "key",
            ".tmp",
            PosixFilePermissions.asFileAttribute(OWNER));
    try {
      Files.writeString(
          part, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
      place(part, file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// A link never takes another's place, whoever comes at the same moment; where a file system has
  /// none, a move that looks first.
  private static void place(Path part, Path file) throws IOException {
    try {
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.move(part, file);
    }
  }
}
