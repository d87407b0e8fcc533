package org.ridgeline.codec.itl;

import java.io.ByteArrayOutputStream;

/// Writes a transaction in the traditional encoding: its records' bytes one after the other, so
/// that what was read and not touched comes out as it came in.
/// - **Source** ANSI/NIST-ITL 1-2011, Annex B
public final class ItlWriter {
  private ItlWriter() {}

  /// The file's bytes.
  public static byte[] write(Transaction transaction) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    transaction.records().forEach(record -> out.writeBytes(record.bytes()));
    return out.toByteArray();
  }
}
