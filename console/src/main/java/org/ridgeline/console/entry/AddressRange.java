package org.ridgeline.console.entry;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Addresses that begin alike, as in `10.0.0.0/8`; a single one without a slash.
/// - **Shape** `bits` of `first` that count, 0..32 or 0..128
/// - **Error** no such range: IllegalArgumentException
public record AddressRange(InetAddress first, int bits) {
  /// Every address.
  static final List<AddressRange> ANY = List.of(of("0.0.0.0/0"), of("::/0"));

  public AddressRange {
    int most = first.getAddress().length * Byte.SIZE;
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException("bits=" + bits + " limit=0.." + most);
    }
  }

  /// Reads `ADDRESS` or `ADDRESS/BITS`.
  public static AddressRange of(String text) {
    int slash = text.indexOf('/');
    InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int most = first.getAddress().length * Byte.SIZE;
    return new AddressRange(first, slash < 0 ? most : Integer.parseInt(text.substring(slash + 1)));
  }

  /// Whether an address in digits lies in it; what is none lies nowhere.
  public boolean contains(String address) {
    byte[] other;
    try {
      other = InetAddress.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
    byte[] own = first.getAddress();
    return other.length == own.length && Arrays.equals(begin(own), begin(other));
  }

  private byte[] begin(byte[] address) {
    byte[] begin = address.clone();
    for (int bit = bits; bit < begin.length * Byte.SIZE; bit++) {
      begin[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
    }
    return begin;
  }
}
