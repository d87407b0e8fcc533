package org.ridgeline.codec.itl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Character encoding of a transaction's text, 1.015 DCS.
///
/// Text that does not fit the declared encoding is read as UTF-8 where it is well-formed, else as
/// Latin-1, so that every byte shows.
/// - **Shape** `words` says where the encoding is from: "ASCII, as nothing is declared"
/// - **Source** ANSI/NIST-ITL 1-2011, 8.1.15 and Table 4. The table leaves numbers from 128 on to
///   users, and names to them: those of Windows for the alphabets of Europe and the Near East are
///   known
record Dcs(Charset charset, String words) {
  static final Dcs NONE = new Dcs(StandardCharsets.US_ASCII, "ASCII, as 1.015 declares no other");

  private static final int EIGHT_BIT = 1;

  /// By number, as the table has them.
  private static final List<Charset> BY_NUMBER =
      List.of(
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_8,
          Charset.forName("UTF-32"));

  /// By name, for numbers that the table leaves open.
  private static final Map<String, Charset> BY_NAME =
      Map.ofEntries(
          Map.entry("ISO88591", StandardCharsets.ISO_8859_1),
          Map.entry("LATIN1", StandardCharsets.ISO_8859_1),
          Map.entry("UTF8", StandardCharsets.UTF_8),
          windows(1250),
          windows(1251),
          windows(1252),
          windows(1253),
          windows(1254),
          windows(1255),
          windows(1256));

  private static Map.Entry<String, Charset> windows(int page) {
    return Map.entry(String.valueOf(page), Charset.forName("windows-" + page));
  }

  /// The encoding that a 1.015 declares; ASCII where there is none; empty for one that is not known
  /// here.
  static Optional<Dcs> of(List<List<String>> field) {
    if (field.isEmpty() || field.getFirst().stream().allMatch(String::isBlank)) {
      return Optional.of(NONE);
    }
    List<String> items = field.getFirst();
    int number = Digits.number(items.getFirst().strip());
    String name = items.size() > 1 ? items.get(1).strip() : "";
    Optional<Charset> named = named(name);
    boolean open = number == EIGHT_BIT || number >= BY_NUMBER.size();
    Optional<Charset> charset =
        open && named.isPresent()
            ? named
            : Optional.of(number).filter(n -> n >= 0 && n < BY_NUMBER.size()).map(BY_NUMBER::get);
    return charset.map(known -> new Dcs(known, known.name() + ", as 1.015 declares"));
  }

  private static Optional<Charset> named(String name) {
    String key = name.toUpperCase(Locale.ROOT).replaceAll("^(WINDOWS|CP)|[^A-Z0-9]", "");
    return Optional.ofNullable(BY_NAME.get(key));
  }

  String decode(byte[] bytes, int from, int to) {
    if (isAscii(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
    return strict(charset, bytes, from, to)
        .or(() -> strict(StandardCharsets.UTF_8, bytes, from, to))
        .orElseGet(() -> new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /// The first byte of a stretch that is not of this encoding; -1 where all are.
  int misfit(byte[] bytes, int from, int to) {
    if (isAscii(bytes, from, to)) {
      return -1;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from + 1);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    return result.isError() ? in.position() : -1;
  }

  /// What a stretch that is not of this encoding is read as.
  static Charset otherwise(byte[] bytes, int from, int to) {
    return strict(StandardCharsets.UTF_8, bytes, from, to).isPresent()
        ? StandardCharsets.UTF_8
        : StandardCharsets.ISO_8859_1;
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
