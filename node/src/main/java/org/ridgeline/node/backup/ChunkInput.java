package org.ridgeline.node.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads chunks and gives what was sealed in them, never a byte of one that does not hold.
/// - **Error** a chunk that is not what was written, an end before the last chunk, anything after
///   it: [BadBackupException]
final class ChunkInput extends InputStream {
  private final DataInputStream in;
  private final Seal seal;
  private byte[] chunk = new byte[0];
  private int at;
  private long number;
  private boolean isOver;

  ChunkInput(InputStream in, Seal seal) {
    this.in = new DataInputStream(in);
    this.seal = seal;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (at == chunk.length) {
      if (isOver) {
        return -1;
      }
      next();
    }
    int part = Math.min(count, chunk.length - at);
    System.arraycopy(chunk, at, bytes, from, part);
    at += part;
    return part;
  }

  private void next() throws IOException {
    try {
      int said = in.readInt();
      boolean isLast = said < 0;
      int bytes = Math.abs(said);
      if (bytes < seal.extraBytes() || bytes > Limits.CHUNK_BYTES + seal.extraBytes()) {
        throw new BadBackupException(
            "chunk " + number + " says it has " + said + " bytes: the file is damaged");
      }
      byte[] sealed = new byte[bytes];
      in.readFully(sealed);
      chunk = seal.open(new Seal.Place(number++, isLast), sealed);
      at = 0;
      if (isLast) {
        isOver = true;
        nothingFollows();
      }
    } catch (EOFException e) {
      throw new BadBackupException(
          "the file ends after chunk " + number + " and its last chunk is missing: it was cut", e);
    }
  }

  private void nothingFollows() throws IOException {
    if (in.read() >= 0) {
      throw new BadBackupException("something follows the last chunk");
    }
  }
}
