package org.ridgeline.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// Passwords of a data folder's database roles, made at random on first use, in a file only its
/// owner can read.
public final class Secrets {
  private final Path file;
  private final Properties values = new Properties();

  private Secrets(Path file) {
    this.file = file;
  }

  /// The passwords of a folder, which may have none yet.
  public static Secrets in(Path folder) throws IOException {
    Secrets secrets = new Secrets(folder.resolve(DataFolder.SECRETS));
    if (Files.exists(secrets.file)) {
      try (var in = Files.newBufferedReader(secrets.file)) {
        secrets.values.load(in);
      }
    }
    return secrets;
  }

  /// The password of a role; made and written down where there is none yet.
  public synchronized String of(String role) throws IOException {
    String known = values.getProperty(role);
    if (known != null) {
      return known;
    }
    String made = random();
    values.setProperty(role, made);
    Path part =
        Files.createTempFile(
            file.getParent(),
            "secrets",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newBufferedWriter(part)) {
      values.store(out, "Passwords of the database roles. Keep private.");
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return made;
  }

  /// What tells this installation from others: made once, the same for as long as the folder lives.
  public String installation() throws IOException {
    return of("installation");
  }

  /// 256 random bits: 43 characters that are safe in a quote and in a URL.
  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
