package org.ridgeline.exchange.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.ridgeline.repository.export.ExportRefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The folder that an export is written into: nobody's else, closed to everybody but its owner, and
/// held by one process at a time.
/// - **Layout** `export.json` says whose it is; `encounters/ab/cd/PERSON/ENCOUNTER.an2`, where
///   `abcd` begins the person's id; `sealed/` alike
final class ExportFolder implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final String MARK = "export.json";

  /// Held while a run writes. It is opened for that alone: a process that closes any other handle
  /// of a file lets go of its locks on it.
  static final String LOCK = "export.lock";

  static final String OPEN = "encounters";
  static final String SEALED = "sealed";

  private static final String FORMAT = "RIDGELINE-EXPORT-1";
  private static final String PART = ".part";
  private static final int BUFFER_BYTES = 1 << 16;
  private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final Set<StandardOpenOption> HELD =
      EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final Path root;
  private final UUID mark;
  private final FileChannel held;

  private ExportFolder(Path root, UUID mark, FileChannel held) {
    this.root = root;
    this.mark = mark;
    this.held = held;
  }

  /// What says whose a folder is.
  record Mark(String format, String export, String folder) {}

  /// Takes a folder that is not there, is empty, or is this export's.
  /// - **Error** any other, or one that another process has: ExportRefusedException, and nothing in
  ///   it is changed; disk trouble: IOException
  static ExportFolder open(Path root, UUID export) throws IOException {
    if (Files.notExists(root)) {
      Files.createDirectories(root, OWN_FOLDER);
    }
    if (!Files.isDirectory(root)) {
      throw new ExportRefusedException(root + " is no folder: give one that is not there yet");
    }
    if (Files.notExists(root.resolve(MARK))
        && Files.notExists(root.resolve(LOCK))
        && !list(root).isEmpty()) {
      throw new ExportRefusedException(
          root + " is not empty, and no export's: give a folder that is not there yet");
    }
    FileChannel held = FileChannel.open(root.resolve(LOCK), HELD, OWN_FILE);
    try {
      hold(root, held);
      UUID mark = mark(root, export);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      return new ExportFolder(root, mark, held);
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private static void hold(Path root, FileChannel held) throws IOException {
    boolean isHeld;
    try {
      isHeld = held.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // This very process has it.
      isHeld = false;
    }
    if (!isHeld) {
      throw new ExportRefusedException(root + " is being written by another run");
    }
  }

  /// Reads whose the folder is, or writes it, where a file without a word says that it was made now
  /// or by a run that was killed at once.
  private static UUID mark(Path root, UUID export) throws IOException {
    Path file = root.resolve(MARK);
    if (Files.notExists(file) || Files.size(file) == 0) {
      UUID made = UUID.randomUUID();
      Mark mark = new Mark(FORMAT, export.toString(), made.toString());
      try (FileChannel out = FileChannel.open(file, HELD, OWN_FILE)) {
        out.write(ByteBuffer.wrap(JSON.writeValueAsBytes(mark)));
        out.force(true);
      }
      return made;
    }
    JsonNode mark = JSON.readTree(Files.readAllBytes(root.resolve(MARK)));
    if (!mark.path("export").asString("").equals(export.toString())) {
      throw new ExportRefusedException(root + " is another export's folder: give its own");
    }
    return UUID.fromString(mark.path("folder").asString());
  }

  UUID mark() {
    return mark;
  }

  /// The digits that a person's folder lies under.
  static String prefix(UUID personId) {
    return personId.toString().substring(0, 4);
  }

  private static String folder(String top, String prefix) {
    return top + "/" + prefix.substring(0, 2) + "/" + prefix.substring(2);
  }

  /// Where an encounter's file lies, from the folder's root on.
  static String path(boolean isSealed, UUID personId, String file) {
    return folder(isSealed ? SEALED : OPEN, prefix(personId)) + "/" + personId + "/" + file;
  }

  /// Whether a file is there, so long.
  boolean has(String path, long bytes) throws IOException {
    try {
      return Files.size(root.resolve(path)) == bytes;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /// Whether a file is there at all.
  boolean has(String path) {
    return Files.exists(root.resolve(path));
  }

  long bytes(String path) throws IOException {
    return Files.size(root.resolve(path));
  }

  /// The SHA-256 of a file, 64 hex digits.
  String sha256(String path) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(root.resolve(path))) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Writes a file whole or not at all.
  void write(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent(), OWN_FOLDER);
    write(file, bytes);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + PART);
    try (OutputStream out = fresh(part)) {
      out.write(bytes);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static OutputStream fresh(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, OWN_FILE);
    return Files.newOutputStream(file);
  }

  /// Begins a file that is not there before [#put].
  OutputStream begin(String name) throws IOException {
    return fresh(root.resolve(name + PART));
  }

  /// The SHA-256 of a file that was begun.
  String begun(String name) throws IOException {
    return sha256(name + PART);
  }

  /// Puts files that were begun in their places, on the disk before their names are.
  void put(List<String> names) throws IOException {
    for (String name : names) {
      Path part = root.resolve(name + PART);
      try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(
          part,
          root.resolve(name),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// Takes out of the persons' folders under some digits what is not to be there: files of who was
  /// erased, sealed or merged meanwhile, and halves of files.
  void keepOnly(String prefix, Set<String> paths) throws IOException {
    for (String top : List.of(OPEN, SEALED)) {
      String under = folder(top, prefix);
      Path folder = root.resolve(under);
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        for (Path person : list(folder)) {
          for (Path file : list(person)) {
            String path = under + "/" + person.getFileName() + "/" + file.getFileName();
            if (!paths.contains(path)) {
              Files.delete(file);
            }
          }
          deleteEmpty(person);
        }
        deleteEmpty(folder);
        deleteEmpty(folder.getParent());
      }
    }
  }

  /// The digits under which anything lies.
  Set<String> prefixes() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String top : List.of(OPEN, SEALED)) {
      if (Files.isDirectory(root.resolve(top), LinkOption.NOFOLLOW_LINKS)) {
        for (Path first : list(root.resolve(top))) {
          for (Path second : list(first)) {
            found.add(first.getFileName() + second.getFileName().toString());
          }
        }
      }
    }
    return found;
  }

  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void deleteEmpty(Path folder) throws IOException {
    if (list(folder).isEmpty()) {
      Files.delete(folder);
    }
  }

  @Override
  public void close() throws IOException {
    held.close();
  }
}
