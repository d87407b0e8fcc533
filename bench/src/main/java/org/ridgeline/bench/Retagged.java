package org.ridgeline.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.TaggedRecord;

/// The same card under another transaction control number: only 1.009 TCN and 1.001 LEN change, so
/// that one card can be sent many times and be a new submission each time.
final class Retagged {
  private static final char GS = 0x1D;

  private final byte[] whole;
  private final String typeOne;

  private Retagged(byte[] whole, String typeOne) {
    this.whole = whole;
    this.typeOne = typeOne;
  }

  /// A card that can be read; else IllegalArgumentException with its findings.
  static Retagged of(byte[] card) {
    return switch (ItlReader.read(card)) {
      case Decoded.Accepted(var transaction, var _) -> {
        TaggedRecord header = transaction.header();
        yield new Retagged(card, new String(header.bytes(), StandardCharsets.ISO_8859_1));
      }
      case Decoded.Refused(var findings, var _) ->
          throw new IllegalArgumentException("not an ITL transaction: " + findings.getFirst());
    };
  }

  /// The card's bytes with this TCN.
  byte[] withTcn(String tcn) {
    String[] fields = typeOne.split(String.valueOf(GS), -1);
    for (int i = 1; i < fields.length; i++) {
      if (fields[i].matches("(?s)1\\.0*9:.*")) {
        // The last field of a record carries its FS.
        boolean last = i == fields.length - 1;
        fields[i] = "1.009:" + tcn + (last ? String.valueOf((char) 0x1C) : "");
      }
    }
    fields[0] = "";
    String rest = String.join(String.valueOf(GS), fields);
    int length = rest.length();
    String len = "1.001:" + length;
    while (length != len.length() + rest.length()) {
      length = len.length() + rest.length();
      len = "1.001:" + length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(whole.length + 64);
    out.writeBytes((len + rest).getBytes(StandardCharsets.ISO_8859_1));
    out.write(whole, typeOne.length(), whole.length - typeOne.length());
    return out.toByteArray();
  }
}
