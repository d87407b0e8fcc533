package org.ridgeline.oversight.sealed;

/// Demographics that only the owner of a key can read.
/// - **Shape** `bytes`: the encapsulated key, then ciphertext and tag; as many for everybody
public record SealedBox(String keyId, byte[] bytes) {
  public SealedBox {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
