package org.ridgeline.node;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that come with Ridgeline, unpacked once per user into
/// `~/.cache/ridgeline` (or `$XDG_CACHE_HOME/ridgeline`).
final class PostgresBinaries {
  private static final String VERSION = "18.6.0";

  private PostgresBinaries() {}

  /// The folder that holds `bin/postgres`.
  static Path folder() throws IOException {
    String archive = archive();
    Path folder = cache().resolve("postgresql-" + VERSION + "-" + archive);
    if (Files.isExecutable(folder.resolve("bin/postgres"))) {
      return folder;
    }
    Files.createDirectories(cache());
    Path part = Files.createTempDirectory(cache(), "unpacking-");
    unpack("/postgres-" + archive + ".txz", part);
    try {
      Files.move(part, folder);
    } catch (IOException e) {
      // Another process was first; its folder is as good.
      delete(part);
      if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
        throw e;
      }
    }
    return folder;
  }

  private static String archive() {
    String os = System.getProperty("os.name");
    String arch = System.getProperty("os.arch");
    if (os.equals("Linux") && List.of("amd64", "x86_64").contains(arch)) {
      return "linux-x86_64";
    }
    if (os.equals("Linux") && arch.equals("aarch64")) {
      return "linux-arm_64";
    }
    throw new IllegalStateException(
        "no PostgreSQL comes with Ridgeline for "
            + os
            + " on "
            + arch
            + ": run a PostgreSQL 15 or newer and pass --db-url");
  }

  private static Path cache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path root =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return root.resolve("ridgeline");
  }

  private static void unpack(String resource, Path into) throws IOException {
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IllegalStateException("class path lacks " + resource + ": build again");
      }
      var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, into);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path into)
      throws IOException {
    Path to = into.resolve(entry.getName()).normalize();
    if (!to.startsWith(into)) {
      throw new IOException("archive entry leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(to);
      return;
    }
    Files.createDirectories(to.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, to);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        to, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
