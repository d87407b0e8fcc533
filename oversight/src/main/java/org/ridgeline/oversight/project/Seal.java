package org.ridgeline.oversight.project;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a stream's facts up to a place hash to, one after the other: whoever has the lines of all
/// of them can make it again, and no line can be changed, left out or put in.
///
/// seal(0) is 32 zero bytes; seal(n) = SHA-256(seal(n − 1), SHA-256(line n in UTF-8)).
public final class Seal {
  private static final int BYTES = 32;

  private final MessageDigest digest;
  private byte[] value;

  private Seal(byte[] value) {
    this.value = value;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Of no facts.
  public static Seal empty() {
    return new Seal(new byte[BYTES]);
  }

  /// One that goes on from another, in hex.
  /// - **Error** other than 64 hex digits: IllegalArgumentException
  public static Seal of(String hex) {
    byte[] value = HexFormat.of().parseHex(hex);
    if (value.length != BYTES) {
      throw new IllegalArgumentException("seal.length=" + value.length + " limit=" + BYTES);
    }
    return new Seal(value);
  }

  /// Takes one more line in.
  public void add(String line) {
    byte[] own = digest.digest(line.getBytes(StandardCharsets.UTF_8));
    digest.update(value);
    value = digest.digest(own);
  }

  /// In hex.
  @Override
  public String toString() {
    return HexFormat.of().formatHex(value);
  }
}
