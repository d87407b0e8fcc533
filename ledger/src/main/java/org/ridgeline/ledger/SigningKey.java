package org.ridgeline.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.ridgeline.vocabulary.Sha256;

/// The Ed25519 key (RFC 8032) that signs checkpoints: made on first use in a file only its owner
/// can read (`signing.key`, PKCS #8 in PEM), its public half beside it for everybody
/// (`public.key`).
public final class SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final int KEY_ID_BYTES = 8;

  private final PrivateKey secret;
  private final PublicKey open;

  private SigningKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /// The key of a folder.
  /// - **Error** files that hold no such key: IOException
  public static SigningKey in(Path folder) throws IOException {
    Path secretFile = folder.resolve("signing.key");
    Path openFile = folder.resolve("public.key");
    if (!Files.exists(secretFile)) {
      Files.createDirectories(folder);
      KeyPair made = make();
      write(openFile, "PUBLIC KEY", made.getPublic().getEncoded(), "rw-r--r--");
      write(secretFile, "PRIVATE KEY", made.getPrivate().getEncoded(), "rw-------");
    }
    try {
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(pem(secretFile)));
      return new SigningKey(secret, publicKey(openFile));
    } catch (GeneralSecurityException e) {
      throw new IOException(secretFile + " holds no " + ALGORITHM + " key", e);
    }
  }

  private static KeyPair make() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static void write(Path file, String label, byte[] bytes, String permissions)
      throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Path part =
        Files.createTempFile(
            file.getParent(),
            "key",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        part, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString(permissions));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] pem(Path file) throws IOException {
    String text = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no PEM file", e);
    }
  }

  /// A public key file.
  /// - **Error** a file that holds none: IOException
  public static PublicKey publicKey(Path file) throws IOException {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(pem(file)));
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no " + ALGORITHM + " public key", e);
    }
  }

  /// A key's short name: the first 8 bytes of the SHA-256 of its encoded form, in hex.
  public static String id(PublicKey key) {
    byte[] hash = Sha256.of(key.getEncoded());
    return HexFormat.of().formatHex(hash, 0, KEY_ID_BYTES);
  }

  /// The public half.
  public PublicKey open() {
    return open;
  }

  byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing with a key that was read as one", e);
    }
  }

  static boolean isSigned(PublicKey key, String text, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
