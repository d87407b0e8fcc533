package org.ridgeline.codec.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/// An array as an ImageIO stream: no copy, no cache on disk, and it knows its length, which lets
/// readers refuse tables that claim to be longer than the file. It gives so many bytes and no more,
/// so that no reader goes round and round in a file, or waits for ever at its end.
/// - **Limit** [ImageLimits#READ_BYTES_PER_BYTE_MAX], [ImageLimits#READ_BYTES_FREE_MAX]
final class ByteImageStream extends ImageInputStreamImpl {
  private final byte[] data;
  private long left;

  ByteImageStream(byte[] data) {
    this.data = data;
    this.left =
        ImageLimits.READ_BYTES_FREE_MAX + (long) data.length * ImageLimits.READ_BYTES_PER_BYTE_MAX;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    take(1);
    return streamPos < data.length ? data[(int) streamPos++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    bitOffset = 0;
    int ahead = (int) Math.max(0, data.length - streamPos);
    int taken = Math.min(ahead, count);
    take(Math.max(1, taken));
    if (ahead == 0) {
      return count == 0 ? 0 : -1;
    }
    System.arraycopy(data, (int) streamPos, target, offset, taken);
    streamPos += taken;
    return taken;
  }

  private void take(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("the reader goes round in the file");
    }
  }

  @Override
  public long length() {
    return data.length;
  }
}
