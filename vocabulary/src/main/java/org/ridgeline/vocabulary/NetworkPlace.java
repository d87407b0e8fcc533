package org.ridgeline.vocabulary;

import java.net.InetAddress;
import java.util.HexFormat;

/// Where a request comes from, as coarse as one sender can be told from another: an IPv4 address,
/// or the 64 bits of an IPv6 network, in which one sender has as many addresses as they like.
public record NetworkPlace(String text) {
  private static final int IPV4_BYTES = 4;
  private static final int NETWORK_BYTES = 8;

  /// The place of an address in digits; all that are none share one.
  public static NetworkPlace of(String address) {
    try {
      // A zone says by which card of this machine an address is reached.
      byte[] bytes = InetAddress.ofLiteral(address.replaceAll("%.*", "")).getAddress();
      return new NetworkPlace(
          bytes.length == IPV4_BYTES
              ? address
              : HexFormat.ofDelimiter(":").formatHex(bytes, 0, NETWORK_BYTES) + "/64");
    } catch (IllegalArgumentException e) {
      return new NetworkPlace("unknown");
    }
  }
}
