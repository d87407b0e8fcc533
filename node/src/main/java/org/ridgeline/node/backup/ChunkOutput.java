package org.ridgeline.node.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Cuts a stream into chunks, seals and writes each: `int` length of the sealed chunk, negative for
/// the last, then the sealed chunk. Nothing but [#finish()] makes a last one.
final class ChunkOutput extends OutputStream {
  private final OutputStream out;
  private final Seal seal;
  private final byte[] chunk = new byte[Limits.CHUNK_BYTES];
  private int length;
  private long number;

  ChunkOutput(OutputStream out, Seal seal) {
    this.out = out;
    this.seal = seal;
  }

  @Override
  public void write(int one) throws IOException {
    if (length == chunk.length) {
      write(false);
    }
    chunk[length++] = (byte) one;
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    int at = from;
    while (at < from + count) {
      if (length == chunk.length) {
        write(false);
      }
      int part = Math.min(from + count - at, chunk.length - length);
      System.arraycopy(bytes, at, chunk, length, part);
      length += part;
      at += part;
    }
  }

  private void write(boolean isLast) throws IOException {
    byte[] sealed = seal.seal(new Seal.Place(number++, isLast), chunk, length);
    int said = isLast ? -sealed.length : sealed.length;
    out.write(ByteBuffer.allocate(Integer.BYTES).putInt(said).array());
    out.write(sealed);
    length = 0;
  }

  /// Writes the last chunk.
  void finish() throws IOException {
    write(true);
    out.flush();
  }
}
