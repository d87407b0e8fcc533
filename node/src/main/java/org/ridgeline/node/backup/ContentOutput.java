package org.ridgeline.node.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// What is in a backup, one thing after the other, compressed: each has a kind and a name, then
/// blocks of bytes up to an empty one. Nothing is held but a block.
final class ContentOutput {
  /// What a thing is.
  enum Kind {
    /// A file of the data folder, by its place in it.
    FILE,
    /// Rows of a table, as the database gives them in its binary form.
    TABLE,
    /// The manifest, and after it nothing.
    MANIFEST
  }

  private static final int BLOCK_BYTES = 1 << 16;

  private final ChunkOutput chunks;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final DeflaterOutputStream deflated;
  private final DataOutputStream out;

  ContentOutput(OutputStream file, Seal seal) {
    chunks = new ChunkOutput(file, seal);
    deflated = new DeflaterOutputStream(chunks, deflater, BLOCK_BYTES);
    out = new DataOutputStream(deflated);
  }

  /// What gives a thing's bytes.
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /// Writes one thing; says what was written.
  Sum write(Kind kind, String name, Writing writing) throws IOException {
    out.writeByte(kind.ordinal());
    out.writeUTF(name);
    Blocks blocks = new Blocks();
    writing.to(blocks);
    return blocks.end();
  }

  /// Ends the stream: only now is there a whole backup.
  void finish() throws IOException {
    out.flush();
    deflated.finish();
    chunks.finish();
  }

  /// Lets memory outside Java's go.
  void end() {
    deflater.end();
  }

  private final class Blocks extends OutputStream {
    private final byte[] block = new byte[BLOCK_BYTES];
    private final Summing summing = new Summing();
    private int length;

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      int at = from;
      while (at < from + count) {
        int part = Math.min(from + count - at, block.length - length);
        System.arraycopy(bytes, at, block, length, part);
        length += part;
        at += part;
        if (length == block.length) {
          put();
        }
      }
    }

    private void put() throws IOException {
      out.writeInt(length);
      out.write(block, 0, length);
      summing.add(block, length);
      length = 0;
    }

    Sum end() throws IOException {
      if (length > 0) {
        put();
      }
      out.writeInt(0);
      return summing.sum();
    }
  }
}
