package org.ridgeline.node;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What of a data folder nobody but its owner may read, however the folder was made: passwords,
/// settings, the signing key, templates. Tightened at each start, and said; where that cannot be
/// done, nothing starts.
///
/// The drop folders are for others: who may enter those is set by whoever runs the machine. What
/// the ledger publishes (`public.key`, `checkpoints.log`, `timestamps`) may be read by others, too.
final class PrivateFiles {
  private static final Logger LOG = System.getLogger(PrivateFiles.class.getName());
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);
  private static final Set<PosixFilePermission> WRITES =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final List<String> FOLDERS = List.of("gallery", "ledger", "sealed");
  private static final List<String> PUBLISHED =
      List.of("inbound", "outbound", "public.key", "checkpoints.log", "timestamps");

  private PrivateFiles() {}

  /// Makes the folders of what is private before anything is put into them: what lies in a closed
  /// folder is closed, whatever its own mode. Then tightens what was there.
  static void prepare(Path root) throws IOException {
    for (String folder : FOLDERS) {
      if (!Files.exists(root.resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(
            root.resolve(folder),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    }
    tighten(root);
  }

  /// Takes from others what is not theirs, in all of a folder but what is published.
  /// - **Error** a file of somebody else's, whose mode cannot be changed: IOException
  static void tighten(Path root) throws IOException {
    boolean wasOpen = !Collections.disjoint(Files.getPosixFilePermissions(root), OTHERS);
    List<Path> open = new ArrayList<>();
    take(root, isPublishing(root) ? WRITES : OTHERS, open);
    try (Stream<Path> inside = Files.list(root)) {
      for (Path path : inside.toList()) {
        tightenTree(path, open);
      }
    }
    // What lay in a closed folder was open to nobody.
    if (wasOpen && !open.isEmpty()) {
      LOG.log(
          Level.WARNING,
          open.size()
              + " files and folders, "
              + open.getFirst()
              + " among them, were open to others on this machine: closed to them now");
    }
  }

  /// Others enter the folder only on their way to a drop folder.
  private static boolean isPublishing(Path root) {
    return Files.isDirectory(root.resolve("inbound"))
        || Files.isDirectory(root.resolve("outbound"));
  }

  private static void tightenTree(Path path, List<Path> open) throws IOException {
    String name = path.getFileName().toString();
    if (PUBLISHED.contains(name) || Files.isSymbolicLink(path)) {
      return;
    }
    boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    take(path, OTHERS, open);
    // The managed server sees to its own files.
    if (isFolder && !name.equals("postgres")) {
      try (Stream<Path> inside = Files.list(path)) {
        for (Path one : inside.toList()) {
          tightenTree(one, open);
        }
      }
    }
  }

  private static void take(Path path, Set<PosixFilePermission> taken, List<Path> open)
      throws IOException {
    Set<PosixFilePermission> before =
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> after = EnumSet.noneOf(PosixFilePermission.class);
    after.addAll(before);
    after.removeAll(taken);
    if (after.equals(before)) {
      return;
    }
    try {
      Files.setPosixFilePermissions(path, after);
    } catch (IOException e) {
      throw new IOException(
          path
              + " is open to others on this machine and its mode cannot be changed by "
              + System.getProperty("user.name")
              + ": make it this user's, mode "
              + (Files.isDirectory(path) ? "700" : "600"),
          e);
    }
    open.add(path);
  }
}
