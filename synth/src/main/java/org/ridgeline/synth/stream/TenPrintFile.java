package org.ridgeline.synth.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// A file of ten-print templates, one after the other, for populations too large for memory.
///
/// Form, version 1, big-endian: `'R' 'L' 'P' 1`; then per ten-print a 64-bit person number, a
/// 32-bit impression number and one byte count, and per finger one byte FGP, an unsigned 16-bit
/// length and the template's own bytes.
/// - **Error** damaged bytes: [IOException]
public final class TenPrintFile {
  private static final int MAGIC = 'R' << 24 | 'L' << 16 | 'P' << 8 | 1;

  private TenPrintFile() {}

  /// One ten-print of a file: the person's number, which impression, and the templates.
  public record Row(long person, int impression, TenPrint tenPrint) {}

  /// Writes rows; close it to have the last bytes written.
  public static final class Writer implements AutoCloseable {
    private final DataOutputStream out;

    /// A writer onto a buffered stream, which it closes.
    public Writer(OutputStream stream) throws IOException {
      out = new DataOutputStream(stream);
      out.writeInt(MAGIC);
    }

    /// Appends one row.
    public void write(Row row) throws IOException {
      out.writeLong(row.person());
      out.writeInt(row.impression());
      out.writeByte(row.tenPrint().fingers().size());
      for (Map.Entry<FingerPosition, Template> finger : row.tenPrint().fingers().entrySet()) {
        byte[] bytes = finger.getValue().toBytes();
        out.writeByte(finger.getKey().fgp());
        out.writeShort(bytes.length);
        out.write(bytes);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /// Reads rows one by one.
  public static final class Reader implements AutoCloseable {
    private final DataInputStream in;

    /// A reader from a buffered stream, which it closes.
    public Reader(InputStream stream) throws IOException {
      in = new DataInputStream(stream);
      if (in.readInt() != MAGIC) {
        throw new IOException("not a ten-print file of version 1");
      }
    }

    /// The next row; empty at the end of the file.
    public Optional<Row> next() throws IOException {
      byte[] number = in.readNBytes(8);
      if (number.length == 0) {
        return Optional.empty();
      }
      if (number.length < 8) {
        throw new EOFException("ten-print file ends within a row");
      }
      long person = ByteBuffer.wrap(number).getLong();
      int impression = in.readInt();
      int count = in.readUnsignedByte();
      Map<FingerPosition, Template> fingers = new EnumMap<>(FingerPosition.class);
      for (int i = 0; i < count; i++) {
        int fgp = in.readUnsignedByte();
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        fingers.put(position(fgp), template(bytes));
      }
      return Optional.of(new Row(person, impression, new TenPrint(fingers)));
    }

    private static FingerPosition position(int fgp) throws IOException {
      return FingerPosition.ofFgp(fgp).orElseThrow(() -> new IOException("fgp=" + fgp));
    }

    private static Template template(byte[] bytes) throws IOException {
      try {
        return Template.ofBytes(bytes);
      } catch (IllegalArgumentException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
