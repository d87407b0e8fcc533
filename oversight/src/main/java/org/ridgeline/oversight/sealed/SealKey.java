package org.ridgeline.oversight.sealed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.ridgeline.vocabulary.Sha256;

/// The key that demographics are sealed to: all the running system needs. What it seals it cannot
/// open.
public final class SealKey {
  static final String ALGORITHM = "X25519";
  static final byte[] INFO = "ridgeline sealed demographics 1".getBytes(StandardCharsets.US_ASCII);

  private static final int ID_BYTES = 8;

  private final PublicKey open;
  private final String id;

  SealKey(PublicKey open) {
    this.open = open;
    id = HexFormat.of().formatHex(Sha256.of(open.getEncoded()), 0, ID_BYTES);
  }

  /// The key in a file.
  /// - **Error** no such file, or no key in it: IOException
  static SealKey of(Path file) throws IOException {
    try {
      return new SealKey(
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(KeyFile.read(file))));
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no " + ALGORITHM + " public key", e);
    }
  }

  byte[] encoded() {
    return open.getEncoded();
  }

  /// A short name: the first 8 bytes of the SHA-256 of its encoded form, in hex.
  public String id() {
    return id;
  }

  /// Seals what is known of whoever was booked, bound to the booking.
  public SealedBox seal(Booking booking, Demographics demographics) {
    try {
      byte[] plain = demographics.padded();
      return new SealedBox(id, Hpke.seal(open, INFO, booking.bound(), plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("demographics cannot be sealed to key " + id, e);
    }
  }
}
