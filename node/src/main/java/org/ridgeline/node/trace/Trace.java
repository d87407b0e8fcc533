package org.ridgeline.node.trace;

/// Bytes that should be nowhere, and what they are.
/// - **Shape** `name` as a report says it, like `template RIGHT_INDEX`; `headBytes` at the
///   beginning that are a format's and say nothing of whose they are
public record Trace(String name, byte[] bytes, int headBytes) {
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
