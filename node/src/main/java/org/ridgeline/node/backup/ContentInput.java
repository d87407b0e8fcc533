package org.ridgeline.node.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.ridgeline.node.backup.ContentOutput.Kind;

/// Reads what [ContentOutput] wrote, one thing after the other.
/// - **Error** it is not what was written: [BadBackupException]
final class ContentInput {
  private static final int BLOCK_BYTES = 1 << 16;

  private final ChunkInput chunks;
  private final Inflater inflater = new Inflater();
  private final DataInputStream in;
  private Optional<Blocks> open = Optional.empty();
  private boolean isOver;

  ContentInput(InputStream file, Seal seal) {
    chunks = new ChunkInput(file, seal);
    in = new DataInputStream(new InflaterInputStream(chunks, inflater, BLOCK_BYTES));
  }

  /// A thing; its bytes are to be read before the next is asked for, and what is not is passed
  /// over.
  record Thing(Kind kind, String name, InputStream bytes) {}

  /// The next; empty at the end.
  Optional<Thing> next() throws IOException {
    try {
      if (open.isPresent()) {
        open.get().transferTo(OutputStream.nullOutputStream());
      }
      if (isOver) {
        ended();
        return Optional.empty();
      }
      int kind = in.readUnsignedByte();
      if (kind >= Kind.values().length) {
        throw new BadBackupException("it holds something of kind " + kind);
      }
      isOver = Kind.values()[kind] == Kind.MANIFEST;
      open = Optional.of(new Blocks());
      return Optional.of(new Thing(Kind.values()[kind], in.readUTF(), open.get()));
    } catch (EOFException | ZipException e) {
      throw new BadBackupException("what it holds ends before its manifest", e);
    }
  }

  /// The last chunk must have been seen, and all of it used.
  private void ended() throws IOException {
    if (in.read() >= 0 || chunks.read() >= 0) {
      throw new BadBackupException("something follows the manifest");
    }
  }

  /// Lets memory outside Java's go.
  void end() {
    inflater.end();
  }

  private final class Blocks extends InputStream {
    private int left;
    private boolean hasEnded;

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
      if (left == 0 && !hasEnded) {
        left = in.readInt();
        hasEnded = left == 0;
        if (left < 0 || left > BLOCK_BYTES) {
          throw new BadBackupException("a block says it has " + left + " bytes");
        }
      }
      if (hasEnded) {
        return -1;
      }
      int part = in.read(bytes, from, Math.min(count, left));
      if (part < 0) {
        throw new EOFException();
      }
      left -= part;
      return part;
    }
  }
}
