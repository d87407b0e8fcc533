package org.ridgeline.codec.itl;

import java.util.Locale;
import java.util.Optional;

/// Compression of an image: CGA of the tagged records (a label), GCA of the binary ones (a code).
/// - **Source** ANSI/NIST-ITL 1-2011, Table 15
public enum Cga {
  NONE(0),
  WSQ20(1),
  JPEGB(2),
  JPEGL(3),
  JP2(4),
  JP2L(5),
  PNG(6);

  private final int code;

  Cga(int code) {
    this.code = code;
  }

  /// The code in a binary record, 0..6.
  public int code() {
    return code;
  }

  /// The label in a tagged record.
  public String label() {
    return name();
  }

  /// The compression of a code; empty for one nobody gave a meaning.
  public static Optional<Cga> ofCode(int code) {
    return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
  }

  /// The compression of a label. Lower case, a code in place of the label, and the "WSQ" and "JPEG"
  /// of old senders are understood.
  public static Optional<Cga> ofLabel(String label) {
    int code = Digits.number(label);
    if (code >= 0) {
      return ofCode(code);
    }
    return switch (label.strip().toUpperCase(Locale.ROOT)) {
      case "NONE" -> Optional.of(NONE);
      case "WSQ20", "WSQ" -> Optional.of(WSQ20);
      case "JPEGB", "JPEG" -> Optional.of(JPEGB);
      case "JPEGL" -> Optional.of(JPEGL);
      case "JP2" -> Optional.of(JP2);
      case "JP2L" -> Optional.of(JP2L);
      case "PNG" -> Optional.of(PNG);
      default -> Optional.empty();
    };
  }
}
