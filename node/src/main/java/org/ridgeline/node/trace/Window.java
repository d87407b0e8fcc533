package org.ridgeline.node.trace;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// A piece of a trace that is looked for as it is.
/// - **Shape** `together`: so many different pieces of the trace are needed in one place to say
///   that it is there
/// - **Limit** `bytes` [#BYTES_MIN]..[#BYTES_MAX]
record Window(String trace, byte[] bytes, int together) {
  static final int BYTES_MIN = 4;
  static final int BYTES_MAX = 64;

  Window {
    if (bytes.length < BYTES_MIN || bytes.length > BYTES_MAX) {
      throw new IllegalArgumentException(
          trace + " bytes=" + bytes.length + " limit=" + BYTES_MIN + ".." + BYTES_MAX);
    }
  }

  /// The same piece as texts write bytes: hexadecimal in both cases, Base64 wherever it may begin
  /// in what was encoded.
  List<Window> written() {
    String hex = HexFormat.of().formatHex(bytes);
    return List.of(
        text(" in hex", hex),
        text(" in hex", hex.toUpperCase(Locale.ROOT)),
        base64(0),
        base64(1),
        base64(2));
  }

  private Window base64(int before) {
    byte[] shifted = new byte[bytes.length + before];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    // The first and last digits also say something of the neighbours.
    int from = before == 0 ? 0 : before + 1;
    int to = shifted.length * 4 / 3;
    return text(" in Base64", text.substring(from, to));
  }

  private Window text(String how, String text) {
    String cut = text.substring(0, Math.min(text.length(), BYTES_MAX));
    return new Window(trace + how, cut.getBytes(StandardCharsets.US_ASCII), together);
  }
}
