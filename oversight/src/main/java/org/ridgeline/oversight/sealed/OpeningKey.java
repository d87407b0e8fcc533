package org.ridgeline.oversight.sealed;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/// The key that opens what was sealed. It belongs to those who study disparities, on a machine of
/// theirs; a running system needs it for nothing.
public final class OpeningKey {
  private static final String ALGORITHM = SealKey.ALGORITHM;
  private static final BigInteger BASE_POINT = BigInteger.valueOf(9);

  private final PrivateKey secret;
  private final SealKey sealing;

  private OpeningKey(PrivateKey secret) throws GeneralSecurityException {
    this.secret = secret;
    sealing = new SealKey(open(secret));
  }

  /// The key in a file that nobody else can read.
  /// - **Error** no such file, no key in it, or open to others: IOException
  public static OpeningKey of(Path file) throws IOException {
    try {
      return new OpeningKey(
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(KeyFile.readSecret(file))));
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no " + ALGORITHM + " private key", e);
    }
  }

  /// Makes one; false where there is a file already.
  static boolean make(Path file) throws IOException {
    try {
      PrivateKey made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair().getPrivate();
      return KeyFile.write(file, "PRIVATE KEY", made.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /// The public half: the product of the secret and the curve's base point.
  private static PublicKey open(PrivateKey secret) throws GeneralSecurityException {
    KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
    KeyAgreement product = KeyAgreement.getInstance(ALGORITHM);
    product.init(secret);
    product.doPhase(
        keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE_POINT)), true);
    byte[] bytes = product.generateSecret();
    byte[] largestFirst = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      largestFirst[i] = bytes[bytes.length - 1 - i];
    }
    return keys.generatePublic(
        new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, largestFirst)));
  }

  /// What seals to this key.
  public SealKey sealing() {
    return sealing;
  }

  /// What a box holds; nothing where it was sealed to another key, for another booking, or changed.
  public Optional<Demographics> open(Booking booking, SealedBox box) {
    if (!box.keyId().equals(sealing.id())
        || box.bytes().length != Hpke.ENCAPSULATED_BYTES + Demographics.BYTES + Hpke.TAG_BYTES) {
      return Optional.empty();
    }
    try {
      byte[] plain = Hpke.open(secret, SealKey.INFO, booking.bound(), box.bytes());
      return Optional.of(Demographics.ofPadded(plain));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
