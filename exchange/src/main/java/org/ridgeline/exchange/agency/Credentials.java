package org.ridgeline.exchange.agency;

import java.util.Optional;

/// What a caller shows of itself at a door.
/// - **Shape** `certificate` the SHA-256 (64 hex digits) of the one whose key it has proven by TLS
public record Credentials(Optional<String> token, Optional<String> certificate) {
  /// A token alone.
  public static Credentials ofToken(String token) {
    return new Credentials(Optional.of(token), Optional.empty());
  }
}
