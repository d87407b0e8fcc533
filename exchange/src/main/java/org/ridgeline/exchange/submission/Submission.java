package org.ridgeline.exchange.submission;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.ridgeline.exchange.agency.Channel;

/// A submission as its row stands, without its bytes.
/// - **Shape** `sha256` of the bytes as they came
public record Submission(
    String control,
    Header header,
    Sender sender,
    byte[] sha256,
    SubmissionState state,
    Times times) {
  /// What its header says, empty where that could not be read.
  /// - **Shape** 1.008 ORI, 1.009 TCN, 1.004 TOT
  public record Header(Optional<String> ori, Optional<String> tcn, Optional<String> tot) {}

  /// Who sent it by token or folder, and how its answers travel.
  public record Sender(Optional<String> agencyOri, Channel channel) {}

  /// When it came, when its templates were extracted, when its last answer was made.
  public record Times(
      Instant receivedAt, Optional<Instant> extractedAt, Optional<Instant> closedAt) {}

  public Optional<String> ori() {
    return header.ori();
  }

  public Optional<String> tcn() {
    return header.tcn();
  }

  public Optional<String> tot() {
    return header.tot();
  }

  public Optional<String> agencyOri() {
    return sender.agencyOri();
  }

  public Channel channel() {
    return sender.channel();
  }

  public Instant receivedAt() {
    return times.receivedAt();
  }

  public Optional<Instant> extractedAt() {
    return times.extractedAt();
  }

  public Optional<Instant> closedAt() {
    return times.closedAt();
  }

  /// The SHA-256 of the bytes as they came, 64 hexadecimal digits.
  public String sha256Hex() {
    return HexFormat.of().formatHex(sha256);
  }
}
