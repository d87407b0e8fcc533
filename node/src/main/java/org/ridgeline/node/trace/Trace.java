package org.ridgeline.node.trace;

/// Bytes that should be nowhere, and what they are.
/// - **Shape** `name` as a report says it, like `template right index`
public record Trace(String name, Kind kind, byte[] bytes) {
  /// What of a trace is anybody's, and so not looked for.
  public enum Kind {
    /// An image with headers and tables of its format (those of JPEG take 650 bytes), and paper.
    IMAGE(1024, 18, 3),
    /// Bare pixels, with a header of 41 bytes.
    PIXELS(64, 18, 3),
    /// Numbers side by side, their upper bytes small; a template has a head of 13 bytes.
    FEATURES(13, 10, 1);

    private final int headBytes;
    private final int distinctMin;
    private final int together;

    Kind(int headBytes, int distinctMin, int together) {
      this.together = together;
      this.headBytes = headBytes;
      this.distinctMin = distinctMin;
    }

    /// Bytes at the beginning that are a format's.
    int headBytes() {
      return headBytes;
    }

    /// Fewer different pieces in one place may be a table in the middle of an image.
    int together() {
      return together;
    }

    /// Fewer different values in a piece of 24 bytes are white paper, or a pattern of it.
    int distinctMin() {
      return distinctMin;
    }
  }

  public Trace {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return name;
  }
}
