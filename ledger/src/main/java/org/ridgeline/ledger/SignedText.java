package org.ridgeline.ledger;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.ridgeline.vocabulary.Sha256;

/// A text and the signature of the ledger's key over its digest: a receipt that anybody with the
/// public key can check.
/// - **Shape** `text` with `\n` at each line's end; `keyId` as of [SigningKey#id(PublicKey)]
public record SignedText(String text, String keyId, byte[] signature) {
  private static final String KEY = "signed-by: ";
  private static final String SIGNATURE = "signature: ";

  public SignedText {
    signature = signature.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  /// Signs a text.
  public static SignedText sign(SigningKey key, String text) {
    String keyId = SigningKey.id(key.open());
    return new SignedText(text, keyId, key.sign(signed(text, keyId)));
  }

  /// Never what a checkpoint's signature is over.
  private static String signed(String text, String keyId) {
    String digest = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    return "RIDGELINE-SIGNED-TEXT-1 " + digest + " " + keyId;
  }

  /// Whether this key signed it.
  public boolean isSignedBy(PublicKey key) {
    return keyId.equals(SigningKey.id(key))
        && SigningKey.isSigned(key, signed(text, keyId), signature);
  }

  /// The text with its signature below, as it is handed out.
  public String printed() {
    return text
        + KEY
        + keyId
        + "\n"
        + SIGNATURE
        + Base64.getEncoder().encodeToString(signature)
        + "\n";
  }

  /// What was handed out; empty where it is no signed text.
  public static Optional<SignedText> ofPrinted(String printed) {
    String text = printed.replace("\r\n", "\n").stripTrailing() + "\n";
    int key = text.lastIndexOf("\n" + KEY) + 1;
    int signature = text.lastIndexOf("\n" + SIGNATURE) + 1;
    if (key == 0 || signature < key) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SignedText(
              text.substring(0, key),
              text.substring(key + KEY.length(), signature).strip(),
              Base64.getDecoder().decode(text.substring(signature + SIGNATURE.length()).strip())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedText that
        && text.equals(that.text)
        && keyId.equals(that.keyId)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
