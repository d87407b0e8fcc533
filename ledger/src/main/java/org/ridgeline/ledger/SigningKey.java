package org.ridgeline.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
import java.util.List;
import org.ridgeline.vocabulary.Sha256;

/// The Ed25519 key (RFC 8032) that signs checkpoints: in a file only its owner can read
/// (`signing.key`, PKCS #8 in PEM), its public half beside it for everybody (`public.key`).
public final class SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final int KEY_ID_BYTES = 8;

  private final PrivateKey secret;
  private final PublicKey open;

  private SigningKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  private static final String NEXT = ".next";

  static Path secretFile(Path folder) {
    return folder.resolve("signing.key");
  }

  private static Path openFile(Path folder) {
    return folder.resolve("public.key");
  }

  private static Path next(Path file) {
    return file.resolveSibling(file.getFileName() + NEXT);
  }

  /// Whether a folder has a key.
  static boolean isIn(Path folder) {
    return Files.exists(secretFile(folder), LinkOption.NOFOLLOW_LINKS);
  }

  /// Whether a folder has a key that is to take the place of the one in use.
  static boolean isNextIn(Path folder) {
    return Files.exists(next(openFile(folder)), LinkOption.NOFOLLOW_LINKS);
  }

  /// The key of a folder.
  /// - **Error** files that hold no such key, halves of two keys, or a secret that others may read:
  ///   IOException
  static SigningKey read(Path folder) throws IOException {
    return read(secretFile(folder), openFile(folder));
  }

  /// The short name of the key that is to take the place of the one in use.
  static String nextId(Path folder) throws IOException {
    return id(publicKey(next(openFile(folder))));
  }

  private static SigningKey read(Path secretFile, Path openFile) throws IOException {
    isOwnersAlone(secretFile);
    try {
      SigningKey key =
          new SigningKey(
              KeyFactory.getInstance(ALGORITHM)
                  .generatePrivate(new PKCS8EncodedKeySpec(pem(secretFile))),
              publicKey(openFile));
      if (!isSigned(key.open, "halves", key.sign("halves"))) {
        throw new IOException(
            secretFile + " and " + openFile + " are not of one key: restore both from a backup");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IOException(
          secretFile
              + " holds no "
              + ALGORITHM
              + " key: restore it from a backup, or begin openly with another one:"
              + " ./ridgeline audit new-key --data DIR --reason ...",
          e);
    }
  }

  private static void isOwnersAlone(Path secretFile) throws IOException {
    if (!secretFile.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    var modes = Files.getPosixFilePermissions(secretFile, LinkOption.NOFOLLOW_LINKS);
    modes.removeAll(PosixFilePermissions.fromString("rwx------"));
    if (!modes.isEmpty()) {
      throw new IOException(
          secretFile
              + " can be read or written by others: whoever read it can sign a ledger of their own."
              + " Run chmod 600 "
              + secretFile
              + ", and ./ridgeline audit rotate-key where somebody may have");
    }
  }

  /// A new key, kept nowhere yet.
  public static SigningKey make() {
    try {
      KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(made.getPrivate(), made.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /// Writes both halves into a folder.
  void write(Path folder) throws IOException {
    write(secretFile(folder), openFile(folder));
  }

  /// Writes both halves beside those in use.
  void writeNext(Path folder) throws IOException {
    write(next(secretFile(folder)), next(openFile(folder)));
  }

  private void write(Path secretFile, Path openFile) throws IOException {
    Files.createDirectories(secretFile.getParent());
    write(openFile, "PUBLIC KEY", open.getEncoded(), "rw-r--r--");
    write(secretFile, "PRIVATE KEY", secret.getEncoded(), "rw-------");
  }

  /// Puts the halves written beside in the place of those in use: the public one last, so that it
  /// says until all is done that something is to be done.
  static void takeNext(Path folder) throws IOException {
    for (Path file : List.of(secretFile(folder), openFile(folder))) {
      if (Files.exists(next(file), LinkOption.NOFOLLOW_LINKS)) {
        Files.move(
            next(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  static void dropNext(Path folder) throws IOException {
    Files.deleteIfExists(next(secretFile(folder)));
    Files.deleteIfExists(next(openFile(folder)));
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
