package org.ridgeline.exchange.answer;

import java.util.UUID;

/// What a signed determination lets a second answer say. Only casework's determinations make one;
/// the architecture test proves that nothing else does.
/// - **Shape** `answerId` of the answer to be, so that sending it twice is sending it once;
///   `isIdentified`: 2.059 says I, else N; `message` for 2.060
/// - **Limit** message 1..300 ASCII characters
public record Determined(UUID answerId, boolean isIdentified, String message) {
  private static final int MESSAGE_CHARS_MAX = 300;

  public Determined {
    if (!message.matches("[ -~]{1," + MESSAGE_CHARS_MAX + "}")) {
      throw new IllegalArgumentException(
          "message.length=" + message.length() + " limit=1.." + MESSAGE_CHARS_MAX + " of ASCII");
    }
  }
}
