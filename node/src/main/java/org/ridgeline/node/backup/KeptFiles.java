package org.ridgeline.node.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ridgeline.node.DataFolder;

/// What of a data folder is in a backup: what the database has not and nothing makes anew.
///
/// Never: passwords of roles and databases, the one-time link, locks, the database's own files,
/// galleries, files that were taken in. Only encrypted: the key that signs the ledger, the keys
/// that marks and pseudonyms are made with. Only where it is asked for, and encrypted: the key that
/// opens sealed demographics. What else lies in the folder is not Ridgeline's, and is named.
final class KeptFiles {
  /// Settings, without what leads into a database.
  static final String SETTINGS = "ridgeline.properties";

  private static final String SIGNING = "ledger/signing.key";
  private static final String OPENS = "sealed/demographics.key";
  private static final Set<String> FOLDERS = Set.of("ledger", "sealed");
  private static final Set<String> RAW = Set.of("settings-stand");
  private static final Set<String> MADE_ANEW =
      Set.of(
          "postgres",
          "gallery",
          "first-run-link",
          "owner.lock",
          "users.lock",
          "serving",
          "lost+found");

  /// Folders of agencies, and how deep a file lies in them that nobody has taken.
  static final Set<String> DROPS = Set.of("inbound", "outbound");

  private static final int DROPPED_DEEP = 3;

  private final Path root;
  private final boolean isEncrypted;
  private final boolean takesOpeningKey;
  private final List<Kept> kept = new ArrayList<>();
  private final List<String> withheld = new ArrayList<>();

  private KeptFiles(Path root, boolean isEncrypted, boolean takesOpeningKey) {
    this.root = root;
    this.isEncrypted = isEncrypted;
    this.takesOpeningKey = takesOpeningKey && isEncrypted;
  }

  /// A file as it is now: a short one is held, of a longer one, which only grows, the length.
  static final class Kept {
    private final String name;
    private final Path path;
    private final byte[] held;
    private final long length;

    Kept(String name, Path path, byte[] held) throws IOException {
      this.name = name;
      this.path = path;
      this.held = held;
      length = held.length > 0 ? held.length : Files.size(path);
    }

    String name() {
      return name;
    }

    /// Its bytes; empty where an agency has taken it meanwhile.
    Optional<InputStream> open() throws IOException {
      try {
        return Optional.of(
            held.length > 0 ? new ByteArrayInputStream(held) : Files.newInputStream(path));
      } catch (NoSuchFileException e) {
        if (DROPS.stream().anyMatch(folder -> name.startsWith(folder + "/"))) {
          return Optional.empty();
        }
        throw e;
      }
    }

    void copy(InputStream in, OutputStream out) throws IOException {
      long left = length;
      byte[] block = new byte[1 << 16];
      while (left > 0) {
        int part = in.read(block, 0, (int) Math.min(block.length, left));
        if (part < 0) {
          throw new IOException(path + " became shorter while it was read");
        }
        out.write(block, 0, part);
        left -= part;
      }
    }
  }

  /// Looks through a folder; to be called while nobody signs.
  static KeptFiles in(Path root, boolean isEncrypted, boolean takesOpeningKey) throws IOException {
    KeptFiles files = new KeptFiles(root, isEncrypted, takesOpeningKey);
    try (Stream<Path> inside = Files.list(root)) {
      for (Path path : inside.sorted().toList()) {
        files.look(path);
      }
    }
    return files;
  }

  List<Kept> kept() {
    return List.copyOf(kept);
  }

  /// What was left out, a line each.
  List<String> withheld() {
    return List.copyOf(withheld);
  }

  private void look(Path path) throws IOException {
    String name = path.getFileName().toString();
    if (name.equals(SETTINGS) || name.equals(DataFolder.SECRETS)) {
      properties(path, name);
    } else if (FOLDERS.contains(name)) {
      tree(path);
    } else if (RAW.contains(name)) {
      keep(path);
    } else if (DROPS.contains(name)) {
      drops(path);
    } else if (!MADE_ANEW.contains(name) && !name.endsWith(".tmp")) {
      withheld.add(name + ": not Ridgeline's own");
    }
  }

  /// What agencies have put in and nobody has taken, and answers that nobody has fetched; files
  /// that were taken in lie deeper, and stay behind.
  private void drops(Path folder) throws IOException {
    long taken = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || isUnfinished(path)) {
          continue;
        }
        if (root.relativize(path).getNameCount() == DROPPED_DEEP) {
          keep(path, new byte[0]);
        } else {
          taken++;
        }
      }
    }
    if (taken > 0) {
      withheld.add(folder.getFileName() + ": " + taken + " files that were taken in");
    }
  }

  private static boolean isUnfinished(Path path) {
    return path.getFileName().toString().matches(".*\\.(tmp|part|new)");
  }

  private void tree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        String name = root.relativize(path).toString();
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || isUnfinished(path)) {
          continue;
        }
        if (name.startsWith(SIGNING) && !isEncrypted) {
          withheld.add(name + ": goes into encrypted backups only");
        } else if (name.equals(OPENS) && !takesOpeningKey) {
          withheld.add(name + ": opens sealed demographics; keep it apart");
        } else {
          keep(path);
        }
      }
    }
  }

  private void keep(Path path) throws IOException {
    long length = Files.size(path);
    keep(path, length > Limits.AT_ONCE_BYTES_MAX ? new byte[0] : Files.readAllBytes(path));
  }

  private void keep(Path path, byte[] held) throws IOException {
    if (kept.size() == Limits.FILES_MAX) {
      throw new IOException("files=" + (kept.size() + 1) + " limit=" + Limits.FILES_MAX);
    }
    String name = root.relativize(path).toString();
    kept.add(new Kept(name, path, held));
  }

  /// Which keys of a file of properties stay behind.
  private boolean staysBehind(String file, String key) {
    if (file.equals(SETTINGS)) {
      return key.matches("([a-z]+\\.)?db-(url|user|password|password-file)")
          || key.matches("(?i).*(password|secret|token).*");
    }
    return !isEncrypted || key.startsWith("ridgeline_") || key.equals("installation");
  }

  private void properties(Path path, String name) throws IOException {
    Properties all = new Properties();
    try (var in = Files.newBufferedReader(path)) {
      all.load(in);
    }
    Set<String> left = new TreeSet<>();
    for (String key : all.stringPropertyNames()) {
      if (staysBehind(name, key)) {
        left.add(key);
        all.remove(key);
      }
    }
    if (name.equals(SETTINGS) && left.isEmpty()) {
      keep(path);
      return;
    }
    if (name.equals(SETTINGS)) {
      withheld.add(name + ": " + String.join(" ", left));
    } else if (!isEncrypted) {
      withheld.add(name + ": keys of marks and pseudonyms go into encrypted backups only");
    }
    if (!all.isEmpty()) {
      ByteArrayOutputStream stored = new ByteArrayOutputStream();
      all.store(stored, name.equals(SETTINGS) ? "Without: " + String.join(" ", left) : null);
      kept.add(new Kept(name, path, stored.toByteArray()));
    }
  }
}
