package org.ridgeline.node.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.ridgeline.node.backup.Seal.Encrypted;
import org.ridgeline.node.backup.Seal.Plain;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a backup says in clear: two lines of text, all that anybody learns without the key.
/// - **Shape** `cipher` `AES-256-GCM` or `NONE`; `key` [BackupKey#id], empty where there is none;
///   `salt` in hex
record Header(String cipher, String key, String salt) {
  private static final String FIRST = "RIDGELINE-BACKUP-1\n";
  private static final String ENCRYPTED = "AES-256-GCM";
  private static final String PLAIN = "NONE";
  private static final int SALT_BYTES = 32;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Header make(Optional<BackupKey> key) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new Header(
        key.isPresent() ? ENCRYPTED : PLAIN,
        key.map(BackupKey::id).orElse(""),
        HexFormat.of().formatHex(salt));
  }

  byte[] bytes() {
    return (FIRST + JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// What a file begins with, bytes as they are there.
  /// - **Shape** `bytes` are bound into every chunk
  record Read(Header header, byte[] bytes) {
    Seal seal(Path file, Optional<BackupKey> key) throws IOException {
      return header.seal(file, key, bytes);
    }
  }

  /// Reads no further than it goes.
  static Read read(Path file, InputStream in) throws IOException {
    byte[] bytes = new byte[Limits.HEADER_BYTES_MAX];
    int length = 0;
    int lines = 0;
    while (lines < 2) {
      int one = in.read();
      if (one < 0 || length == bytes.length) {
        throw none(file);
      }
      bytes[length++] = (byte) one;
      lines += one == '\n' ? 1 : 0;
    }
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    if (!text.startsWith(FIRST)) {
      throw none(file);
    }
    try {
      Header header = JSON.readValue(text.substring(FIRST.length()), Header.class);
      return new Read(header, Arrays.copyOf(bytes, length));
    } catch (JacksonException e) {
      throw none(file);
    }
  }

  private static BadBackupException none(Path file) {
    return new BadBackupException(file + " is no backup that this version reads");
  }

  Seal seal(Path file, Optional<BackupKey> given, byte[] bytes) throws IOException {
    if (PLAIN.equals(cipher)) {
      if (given.isPresent()) {
        throw new BadBackupException(
            file
                + " is not encrypted, though a key was given: anybody may have written it."
                + " Compare its SHA-256 with the one in the ledger, and leave the key out");
      }
      return new Plain(bytes);
    }
    if (!ENCRYPTED.equals(cipher)) {
      throw none(file);
    }
    if (given.isEmpty()) {
      throw new BadBackupException(
          file + " is encrypted with key " + key + ": give the file of it with --key");
    }
    if (!given.get().id().equals(key)) {
      throw new BadBackupException(
          "wrong key: "
              + file
              + " is encrypted with key "
              + key
              + ", given was "
              + given.get().id());
    }
    try {
      return new Encrypted(given.get().of(HexFormat.of().parseHex(salt), bytes), bytes);
    } catch (IllegalArgumentException e) {
      throw none(file);
    }
  }
}
