package org.ridgeline.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A data folder made beforehand, with the modes that a careless hand gives.
class PrivateFilesTest {
  @TempDir private Path temp;
  private Path root;

  @BeforeEach
  void make() throws IOException {
    root = temp.resolve("data");
    for (String file :
        new String[] {
          "secrets.properties",
          "ledger/signing.key",
          "ledger/public.key",
          "gallery/criminal/segment-1",
          "inbound/CA0340000/one.an2"
        }) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), "x");
      set(file, "rw-rw-rw-");
    }
    for (String folder : new String[] {"", "gallery", "gallery/criminal", "inbound/CA0340000"}) {
      set(folder, "rwxrwxrwx");
    }
  }

  private void set(String file, String mode) throws IOException {
    Files.setPosixFilePermissions(root.resolve(file), PosixFilePermissions.fromString(mode));
  }

  private String mode(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(file)));
  }

  @Test
  void whatIsPrivateIsClosedToOthers() throws IOException {
    PrivateFiles.tighten(root);
    assertThat(mode("secrets.properties")).isEqualTo("rw-------");
    assertThat(mode("ledger/signing.key")).isEqualTo("rw-------");
    assertThat(mode("gallery")).isEqualTo("rwx------");
    assertThat(mode("gallery/criminal")).isEqualTo("rwx------");
    assertThat(mode("gallery/criminal/segment-1")).isEqualTo("rw-------");
  }

  @Test
  void whatIsForOthersStaysAsItWasSet() throws IOException {
    PrivateFiles.tighten(root);
    assertThat(mode("inbound/CA0340000")).isEqualTo("rwxrwxrwx");
    assertThat(mode("ledger/public.key")).isEqualTo("rw-rw-rw-");
  }

  /// Whoever can write into the root could put another key in the place of ours.
  @Test
  void nobodyElseWritesIntoTheRoot() throws IOException {
    PrivateFiles.tighten(root);
    assertThat(mode("")).isEqualTo("rwxr-xr-x");
  }

  @Test
  void withoutDropFoldersNobodyElseEntersTheRoot() throws IOException {
    try (var inside = Files.walk(root.resolve("inbound"))) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    PrivateFiles.tighten(root);
    assertThat(mode("")).isEqualTo("rwx------");
  }

  @Test
  void whatIsToComeIsClosedBefore() throws IOException {
    Path empty = Files.createDirectory(temp.resolve("empty"));
    PrivateFiles.prepare(empty);
    for (String folder : new String[] {"", "gallery", "ledger"}) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(empty.resolve(folder))))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "x");
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r--r--"));
    Files.createSymbolicLink(root.resolve("link"), elsewhere);
    PrivateFiles.tighten(root);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
        .isEqualTo("rw-r--r--");
  }
}
