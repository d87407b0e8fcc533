package org.ridgeline.oversight.sealed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Hybrid public key encryption in base mode, one message a key: DHKEM(X25519, HKDF-SHA256) and
/// AES-GCM, all by the JDK; ours is the key schedule between them.
/// - **Source** RFC 9180, sections 4, 5.1 and 6.1
final class Hpke {
  static final int ENCAPSULATED_BYTES = 32;
  static final int TAG_BYTES = 16;

  private static final int TAG_BITS = TAG_BYTES * Byte.SIZE;
  private static final int NONCE_BYTES = 12;
  private static final byte[] NOTHING = {};

  /// A cipher by its number in the RFC, and its key's size.
  record Aead(int id, int keyBytes) {
    static final Aead AES_256_GCM = new Aead(2, 32);
  }

  /// What a message is sealed with.
  record Secrets(byte[] key, byte[] nonce) {}

  private Hpke() {}

  static byte[] seal(PublicKey to, byte[] info, byte[] bound, byte[] plain)
      throws GeneralSecurityException {
    KEM.Encapsulated made = KEM.getInstance("DHKEM").newEncapsulator(to).encapsulate();
    Secrets secrets = secrets(Aead.AES_256_GCM, made.key().getEncoded(), info);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, secrets, bound, plain);
    return joined(made.encapsulation(), sealed);
  }

  static byte[] open(PrivateKey by, byte[] info, byte[] bound, byte[] sealed)
      throws GeneralSecurityException {
    byte[] encapsulated = Arrays.copyOf(sealed, ENCAPSULATED_BYTES);
    SecretKey shared = KEM.getInstance("DHKEM").newDecapsulator(by).decapsulate(encapsulated);
    Secrets secrets = secrets(Aead.AES_256_GCM, shared.getEncoded(), info);
    byte[] rest = Arrays.copyOfRange(sealed, ENCAPSULATED_BYTES, sealed.length);
    return crypt(Cipher.DECRYPT_MODE, secrets, bound, rest);
  }

  private static byte[] crypt(int mode, Secrets secrets, byte[] bound, byte[] text)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(secrets.key(), "AES"),
        new GCMParameterSpec(TAG_BITS, secrets.nonce()));
    cipher.updateAAD(bound);
    return cipher.doFinal(text);
  }

  /// KeySchedule of the base mode, for the first message.
  static Secrets secrets(Aead aead, byte[] shared, byte[] info) throws GeneralSecurityException {
    byte[] suite = joined(text("HPKE"), new byte[] {0, 0x20, 0, 1, 0, (byte) aead.id()});
    byte[] context =
        joined(
            new byte[] {0},
            extract(suite, NOTHING, "psk_id_hash", NOTHING),
            extract(suite, NOTHING, "info_hash", info));
    byte[] secret = extract(suite, shared, "secret", NOTHING);
    return new Secrets(
        expand(secret, labeled(aead.keyBytes(), suite, "key", context), aead.keyBytes()),
        expand(secret, labeled(NONCE_BYTES, suite, "base_nonce", context), NONCE_BYTES));
  }

  private static byte[] labeled(int length, byte[] suite, String label, byte[] info) {
    return joined(
        new byte[] {(byte) (length >> 8), (byte) length},
        text("HPKE-v1"),
        suite,
        text(label),
        info);
  }

  private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] material)
      throws GeneralSecurityException {
    HKDFParameterSpec.Builder builder =
        HKDFParameterSpec.ofExtract().addIKM(joined(text("HPKE-v1"), suite, text(label), material));
    if (salt.length > 0) {
      builder.addSalt(salt);
    }
    return KDF.getInstance("HKDF-SHA256").deriveData(builder.extractOnly());
  }

  private static byte[] expand(byte[] secret, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.expandOnly(new SecretKeySpec(secret, "Generic"), info, length));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
