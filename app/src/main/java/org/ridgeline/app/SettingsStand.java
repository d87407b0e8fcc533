package org.ridgeline.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.node.Settings;
import org.ridgeline.vocabulary.Sha256;

/// What is set at a server's start, for the ledger: a digest, which keys are set, and which are
/// others than at the last start. Never a value.
///
/// The digest is SHA-256 over `KEY=VALUE` lines, keys ascending, each ended by a line feed, what is
/// secret in a value written `***`: whoever has the settings' file can make it again. What changed
/// is found by salted digests of the whole values, kept for the owner only in `DIR/settings-stand`.
final class SettingsStand {
  private static final int KEYS_CHARS_MAX = 1500;
  private static final int SALT_BYTES = 32;
  private static final int SUBJECT_CHARS = 16;
  private static final String SALT = "salt";

  private SettingsStand() {}

  /// Puts the settings of a start on record.
  /// - **Shape** `listen`: address and port
  static void record(Settings settings, String listen, Ledger ledger) throws IOException {
    Path file = settings.file().resolveSibling("settings-stand");
    Properties before = read(file);
    String salt = before.getProperty(SALT, salt());
    Map<String, String> now = new TreeMap<>();
    settings.values().forEach((key, value) -> now.put(key, sha256(salt + key + "=" + value)));
    Map<String, String> detail = new TreeMap<>();
    String digest = digest(settings.values());
    detail.put("digest", digest);
    detail.put("set", keys(now.keySet()));
    detail.put("changed", keys(changed(before, now)));
    detail.put("listen", listen);
    detail.put("from", Administrator.local().from());
    ledger.append(
        new LedgerEntry(
            "server",
            "SYSTEM",
            "start",
            Known.SETTINGS_STAND,
            Subject.Kind.SETTINGS.of(digest.substring(0, SUBJECT_CHARS)),
            detail));
    write(file, salt, now);
  }

  /// The digest of settings without their secrets.
  static String digest(Map<String, String> values) {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(values)
        .forEach(
            (key, value) -> lines.append(key).append('=').append(hidden(key, value)).append('\n'));
    return sha256(lines.toString());
  }

  /// A value without what is secret in it.
  static String hidden(String key, String value) {
    if (key.matches("(?i).*(password|secret|token).*")) {
      return "***";
    }
    return value
        .replaceAll("(?i)((?:password|secret|token)[a-z]*=)[^&;\\s]*", "$1***")
        .replaceAll("//[^/@]*@", "//***@");
  }

  private static Set<String> changed(Properties before, Map<String, String> now) {
    Set<String> keys = new TreeSet<>(now.keySet());
    keys.addAll(before.stringPropertyNames());
    keys.remove(SALT);
    keys.removeIf(key -> now.getOrDefault(key, "").equals(before.getProperty(key, "")));
    return keys;
  }

  private static String keys(Set<String> keys) {
    String joined = String.join(" ", keys);
    return joined.length() > KEYS_CHARS_MAX ? joined.substring(0, KEYS_CHARS_MAX) : joined;
  }

  private static String sha256(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String salt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  private static Properties read(Path file) throws IOException {
    Properties before = new Properties();
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        before.load(in);
      }
    }
    return before;
  }

  private static void write(Path file, String salt, Map<String, String> now) throws IOException {
    Properties lines = new Properties();
    lines.putAll(now);
    lines.put(SALT, salt);
    Path part =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "settings-stand",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newBufferedWriter(part)) {
      lines.store(out, "Salted digests of settings as they stood at the last start.");
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
