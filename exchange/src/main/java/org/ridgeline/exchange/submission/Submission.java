package org.ridgeline.exchange.submission;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// A submission as its row stands, without its bytes.
/// - **Shape** `agencyOri`: who sent it by token or folder; `channel`: how its answers travel;
///   `ori`, `tcn`, `tot` as its header says, empty where that could not be read
public record Submission(
    String control,
    Optional<String> ori,
    Optional<String> tcn,
    Optional<String> tot,
    Optional<String> agencyOri,
    String channel,
    byte[] sha256,
    SubmissionState state,
    Instant receivedAt,
    Optional<Instant> extractedAt,
    Optional<Instant> closedAt) {
  /// The SHA-256 of the bytes as they came, 64 hexadecimal digits.
  public String sha256Hex() {
    return HexFormat.of().formatHex(sha256);
  }
}
