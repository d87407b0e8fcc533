package org.ridgeline.node.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key that backups are encrypted with: 256 random bits in a file of one line, which only its
/// owner can read. Each backup is sealed with a key of its own that is derived from it.
public final class BackupKey {
  private static final String FIRST = "RIDGELINE-BACKUP-KEY-1 ";
  private static final int BYTES = 32;
  private static final int ID_BYTES = 8;

  private final byte[] secret;

  private BackupKey(byte[] secret) {
    this.secret = secret;
  }

  /// Makes one; a file that is there stays as it is.
  /// - **Error** a file is there, or it cannot be written: IOException
  public static BackupKey make(Path file) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    String line = FIRST + Base64.getEncoder().encodeToString(secret) + "\n";
    try (var out =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      Whole.write(out, line.getBytes(StandardCharsets.US_ASCII));
    }
    return new BackupKey(secret);
  }

  /// The key of a file.
  /// - **Error** it holds none, or others may read it: IOException
  public static BackupKey read(Path file) throws IOException {
    var modes = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
    modes.removeAll(PosixFilePermissions.fromString("rwx------"));
    if (!modes.isEmpty()) {
      throw new IOException(file + " can be read or written by others: chmod 600 " + file);
    }
    String text = Files.size(file) > 1000 ? "" : Files.readString(file, StandardCharsets.US_ASCII);
    try {
      byte[] secret =
          text.startsWith(FIRST)
              ? Base64.getDecoder().decode(text.substring(FIRST.length()).strip())
              : new byte[0];
      if (secret.length == BYTES) {
        return new BackupKey(secret);
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new IOException(
        file + " holds no key of backups: ./ridgeline backup new-key FILE makes one");
  }

  /// Its short name: says which key a backup needs, and nothing of the key.
  public String id() {
    return HexFormat.of().formatHex(derived("id", new byte[0], ID_BYTES));
  }

  /// The key of one backup.
  /// - **Shape** `salt` random, of this backup alone; `header` all that the backup says in clear
  SecretKey of(byte[] salt, byte[] header) {
    byte[] info = Arrays.copyOf("chunks".getBytes(StandardCharsets.US_ASCII), 6 + header.length);
    System.arraycopy(header, 0, info, 6, header.length);
    return new SecretKeySpec(derived(salt, info, BYTES), "AES");
  }

  private byte[] derived(String what, byte[] salt, int bytes) {
    return derived(salt, what.getBytes(StandardCharsets.US_ASCII), bytes);
  }

  private byte[] derived(byte[] salt, byte[] info, int bytes) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has HKDF-SHA256", e);
    }
  }
}
