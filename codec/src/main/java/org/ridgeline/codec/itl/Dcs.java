package org.ridgeline.codec.itl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Character encoding of a transaction's text, 1.015 DCS.
///
/// Text that does not fit the declared encoding is read as UTF-8 where it is well-formed, else as
/// Latin-1, so that every byte shows.
/// - **Source** ANSI/NIST-ITL 1-2011, 8.1.15 and Table 4
enum Dcs {
  ASCII(0, StandardCharsets.US_ASCII),
  EIGHT_BIT(1, StandardCharsets.ISO_8859_1),
  UTF_16(2, StandardCharsets.UTF_16),
  UTF_8(3, StandardCharsets.UTF_8),
  UTF_32(4, Charset.forName("UTF-32"));

  private final int code;
  private final Charset charset;

  Dcs(int code, Charset charset) {
    this.code = code;
    this.charset = charset;
  }

  /// The encoding a 1.015 names; ASCII, the default, where it names none we know.
  static Dcs of(Optional<String> code) {
    int number = code.map(Digits::number).orElse(0);
    for (Dcs dcs : values()) {
      if (dcs.code == number) {
        return dcs;
      }
    }
    return ASCII;
  }

  String decode(byte[] bytes, int from, int to) {
    if (isAscii(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
    return strict(charset, bytes, from, to)
        .or(() -> strict(StandardCharsets.UTF_8, bytes, from, to))
        .orElseGet(() -> new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /// Numbers and codes stay ASCII in wide encodings too, so plain ASCII is read as such.
  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] <= 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> strict(Charset charset, byte[] bytes, int from, int to) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, to - from))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
