package org.ridgeline.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of what the exchange keeps and recognises again: submissions, imported files, tokens.
public final class Sha256 {
  private Sha256() {}

  /// The digest of some bytes, 32 bytes.
  public static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
