package org.ridgeline.codec.image;

import org.ridgeline.vocabulary.FindingCode;

/// WSQ: not read yet, every file is refused as unsupported.
public final class WsqDecoder {
  private WsqDecoder() {}

  static DecodedPixels pixels(byte[] data) throws ImageRefusal {
    throw new ImageRefusal(FindingCode.IMAGE_UNSUPPORTED, -1, "another compression", "WSQ");
  }
}
