package org.ridgeline.node.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and digests bytes as they pass.
final class Summing {
  private final MessageDigest digest;
  private long bytes;

  Summing() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void add(byte[] block, int length) {
    add(block, 0, length);
  }

  void add(byte[] block, int from, int length) {
    digest.update(block, from, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /// What passed; it begins again.
  Sum sum() {
    Sum sum = new Sum(bytes, HexFormat.of().formatHex(digest.digest()));
    bytes = 0;
    return sum;
  }
}
