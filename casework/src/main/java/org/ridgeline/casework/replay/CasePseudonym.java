package org.ridgeline.casework.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.ridgeline.vocabulary.Sha256;

/// Gives cases other names, the same for the same, which nobody without the key can lead back.
///
/// A case's id is one block of AES, so that each pseudonym is one case's and none is kept anywhere.
public final class CasePseudonym {
  private static final int BLOCK_BYTES = 16;
  private static final int KEY_BYTES = 16;

  private final SecretKeySpec key;

  /// - **Shape** `secret` any text, kept with the other secrets
  public CasePseudonym(String secret) {
    byte[] digest = Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    key = new SecretKeySpec(Arrays.copyOf(digest, KEY_BYTES), "AES");
  }

  /// What a case is called.
  /// - **Shape** 32 hex digits
  public String of(UUID caseId) {
    ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
    block.putLong(caseId.getMostSignificantBits()).putLong(caseId.getLeastSignificantBits());
    return HexFormat.of().formatHex(block(Cipher.ENCRYPT_MODE, block.array()));
  }

  /// The id that is called so, whether there is such a case or not; empty for what is no pseudonym.
  public Optional<UUID> caseId(String pseudonym) {
    if (!pseudonym.matches("[0-9a-f]{32}")) {
      return Optional.empty();
    }
    ByteBuffer plain =
        ByteBuffer.wrap(block(Cipher.DECRYPT_MODE, HexFormat.of().parseHex(pseudonym)));
    return Optional.of(new UUID(plain.getLong(), plain.getLong()));
  }

  private byte[] block(int mode, byte[] block) {
    try {
      // One block under a key of its own: a permutation, which is all that is wanted.
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(mode, key);
      return cipher.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES", e);
    }
  }
}
