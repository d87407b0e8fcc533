package org.ridgeline.console.entry;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// How the server is reached from outside.
/// - **Shape** `proxies` whose word counts; `isStandard` whether they speak by `Forwarded` (RFC
///   7239), else by `X-Forwarded-*`: of the other kind a client's own would be passed on unseen;
///   `publicUrl` what people and agencies type, without a slash at its end
public record FrontDoor(List<AddressRange> proxies, boolean isStandard, Optional<URI> publicUrl) {
  public FrontDoor {
    proxies = List.copyOf(proxies);
  }

  /// No proxy, no name.
  public static FrontDoor plain() {
    return new FrontDoor(List.of(), false, Optional.empty());
  }

  boolean trusts(String peer) {
    return proxies.stream().anyMatch(range -> range.contains(peer));
  }

  /// Whether a request by this name is for us: always, where no name is set.
  boolean isNamed(String host) {
    return publicUrl.isEmpty() || publicUrl.get().getHost().equalsIgnoreCase(host);
  }
}
