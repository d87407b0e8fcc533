package org.ridgeline.codec.image;

import javax.imageio.stream.ImageInputStreamImpl;

/// An array as an ImageIO stream: no copy, no cache on disk, and it knows its length, which lets
/// readers refuse tables that claim to be longer than the file.
final class ByteImageStream extends ImageInputStreamImpl {
  private final byte[] data;

  ByteImageStream(byte[] data) {
    this.data = data;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < data.length ? data[(int) streamPos++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int count) {
    bitOffset = 0;
    int left = (int) Math.max(0, data.length - streamPos);
    if (left == 0) {
      return count == 0 ? 0 : -1;
    }
    int taken = Math.min(left, count);
    System.arraycopy(data, (int) streamPos, target, offset, taken);
    streamPos += taken;
    return taken;
  }

  @Override
  public long length() {
    return data.length;
  }
}
