package org.ridgeline.node.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// What makes a backup's chunks one whole: each is sealed with its number, whether it is the last,
/// and all that stands before the first. One that is changed, taken out, put elsewhere or missing
/// at the end is seen.
sealed interface Seal {
  /// Seals a chunk.
  byte[] seal(Place place, byte[] chunk, int length);

  /// Opens a chunk.
  /// - **Error** it is not what was sealed there: [BadBackupException]
  byte[] open(Place place, byte[] sealed) throws IOException;

  /// Bytes that a sealed chunk is longer than the chunk.
  int extraBytes();

  /// Which chunk, and if none follows.
  record Place(long number, boolean isLast) {
    byte[] with(byte[] header) {
      return ByteBuffer.allocate(header.length + Long.BYTES + 1)
          .put(header)
          .putLong(number)
          .put((byte) (isLast ? 1 : 0))
          .array();
    }

    BadBackupException refused() {
      return new BadBackupException(
          "chunk " + number + " is not what was written: the file is damaged, cut or put together");
    }
  }

  /// AES-256-GCM with a key of this backup alone, so that a number is a nonce.
  /// - **Source** NIST SP 800-38D, 8.2.1: a deterministic nonce is used once a key
  record Encrypted(SecretKey key, byte[] header) implements Seal {
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private Cipher cipher(int mode, Place place) throws GeneralSecurityException {
      byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(0).putLong(place.number()).array();
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.with(header));
      return cipher;
    }

    @Override
    public byte[] seal(Place place, byte[] chunk, int length) {
      try {
        return cipher(Cipher.ENCRYPT_MODE, place).doFinal(chunk, 0, length);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has AES-256-GCM", e);
      }
    }

    @Override
    public byte[] open(Place place, byte[] sealed) throws IOException {
      try {
        return cipher(Cipher.DECRYPT_MODE, place).doFinal(sealed);
      } catch (AEADBadTagException e) {
        throw place.refused();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has AES-256-GCM", e);
      }
    }

    @Override
    public int extraBytes() {
      return TAG_BITS / Byte.SIZE;
    }
  }

  /// SHA-256 over place and chunk: against damage, not against somebody who makes it anew. The
  /// digest of the whole file, which the ledger has, is against those.
  record Plain(byte[] header) implements Seal {
    private static final int DIGEST_BYTES = 32;

    private byte[] digest(Place place, byte[] chunk, int length) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(place.with(header));
        digest.update(chunk, 0, length);
        return digest.digest();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    @Override
    public byte[] seal(Place place, byte[] chunk, int length) {
      byte[] sealed = Arrays.copyOf(chunk, length + DIGEST_BYTES);
      System.arraycopy(digest(place, chunk, length), 0, sealed, length, DIGEST_BYTES);
      return sealed;
    }

    @Override
    public byte[] open(Place place, byte[] sealed) throws IOException {
      int length = sealed.length - DIGEST_BYTES;
      byte[] said = Arrays.copyOfRange(sealed, length, sealed.length);
      if (!MessageDigest.isEqual(said, digest(place, sealed, length))) {
        throw place.refused();
      }
      return Arrays.copyOf(sealed, length);
    }

    @Override
    public int extraBytes() {
      return DIGEST_BYTES;
    }
  }
}
