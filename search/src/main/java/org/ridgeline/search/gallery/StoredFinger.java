package org.ridgeline.search.gallery;

import org.ridgeline.search.kernel.CodeLayout;

/// One finger as a gallery keeps it.
/// - **Shape** `quality` 0..100; `minutiae` as [PackedMinutiae]; `signature` exactly
///   [#SIGNATURE_BYTES] bytes, signed. Arrays are not copied: do not write into them
/// - **Error** another length or quality: IllegalArgumentException
public record StoredFinger(int quality, int[] minutiae, byte[] signature) {
  /// Bytes of a signature, one signed byte a dimension.
  public static final int SIGNATURE_BYTES = CodeLayout.DIMENSIONS;

  public StoredFinger {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality=" + quality + " limit=0..100");
    }
    if (minutiae.length > PackedMinutiae.MINUTIAE_MAX) {
      throw new IllegalArgumentException(
          "minutiae=" + minutiae.length + " limit=0.." + PackedMinutiae.MINUTIAE_MAX);
    }
    if (signature.length != SIGNATURE_BYTES) {
      throw new IllegalArgumentException(
          "signature bytes=" + signature.length + " expected=" + SIGNATURE_BYTES);
    }
  }
}
