package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Packet headers taken from their packets and packed into the headers of tiles, or the main one.
///
/// The file they are taken from has a marker before each packet and one behind its header, so that
/// where they end needs no decoder.
class PackedHeadersTest {
  private static final int SOD = 0xFF93;

  @Test
  void readsHeadersPackedIntoTileParts() throws IOException, Jpeg2000Refusal {
    assertThat(decoded(packed(false))).isEqualTo(source());
  }

  @Test
  void readsHeadersPackedIntoTheMainHeader() throws IOException, Jpeg2000Refusal {
    assertThat(decoded(packed(true))).isEqualTo(source());
  }

  @Test
  void refusesFewerPackedHeadersThanTileParts() throws IOException {
    byte[] data = packed(true);
    int at = find(data, 0xFF60, 0);
    ByteBuffer.wrap(data).putInt(at + 5, 1 << 20);

    assertThatExceptionOfType(Jpeg2000Refusal.class).isThrownBy(() -> decoded(data));
  }

  /// Takes the code stream apart at its tile parts and puts it together again. Headers that go into
  /// the main header are parted in the middle, the second part before the first.
  private static byte[] packed(boolean intoMainHeader) throws IOException {
    byte[] file = Jpeg2000GoldenTest.resource("openjpeg-53-rpcl-offset-tiles-precincts.jp2");
    byte[] stream = Arrays.copyOfRange(file, find(file, 0xFF4F, 0), file.length);
    ByteArrayOutputStream tiles = new ByteArrayOutputStream();
    ByteArrayOutputStream main = new ByteArrayOutputStream();
    int first = find(stream, 0xFF90, 0);
    int at = first;
    while (uint16(stream, at) == 0xFF90) {
      int end = at + ByteBuffer.wrap(stream).getInt(at + 6);
      int data = find(stream, SOD, at) + 2;
      ByteArrayOutputStream headers = new ByteArrayOutputStream();
      byte[] bodies = split(stream, data, end, headers);
      int added = intoMainHeader ? 0 : 5 + headers.size();
      byte[] head = Arrays.copyOfRange(stream, at, at + 12);
      ByteBuffer.wrap(head).putInt(6, 12 + added + 2 + bodies.length);
      tiles.writeBytes(head);
      if (intoMainHeader) {
        main.writeBytes(ByteBuffer.allocate(4).putInt(headers.size()).array());
        main.writeBytes(headers.toByteArray());
      } else {
        tiles.writeBytes(segment(0xFF61, 0, headers.toByteArray()));
      }
      tiles.writeBytes(new byte[] {(byte) 0xFF, (byte) 0x93});
      tiles.writeBytes(bodies);
      at = end;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(stream, 0, first);
    if (intoMainHeader) {
      byte[] all = main.toByteArray();
      out.writeBytes(segment(0xFF60, 1, Arrays.copyOfRange(all, all.length / 2, all.length)));
      out.writeBytes(segment(0xFF60, 0, Arrays.copyOf(all, all.length / 2)));
    }
    out.writeBytes(tiles.toByteArray());
    out.write(stream, at, stream.length - at);
    return out.toByteArray();
  }

  private static byte[] split(byte[] stream, int from, int end, ByteArrayOutputStream headers) {
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    int at = from;
    while (at < end) {
      int header = at + 6;
      int body = find(stream, 0xFF92, header) + 2;
      int next = body;
      while (next < end && uint16(stream, next) != 0xFF91) {
        next++;
      }
      headers.write(stream, header, body - header);
      bodies.write(stream, at, 6);
      bodies.write(stream, body, next - body);
      at = next;
    }
    return bodies.toByteArray();
  }

  private static byte[] segment(int marker, int number, byte[] contents) {
    return ByteBuffer.allocate(5 + contents.length)
        .putShort((short) marker)
        .putShort((short) (3 + contents.length))
        .put((byte) number)
        .put(contents)
        .array();
  }

  private static int find(byte[] data, int marker, int from) {
    int at = from;
    while (uint16(data, at) != marker) {
      at++;
    }
    return at;
  }

  private static int uint16(byte[] data, int at) {
    return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
  }

  private static byte[] source() throws IOException {
    return PortableGrayMap.read(Jpeg2000GoldenTest.resource("source.pgm")).pixels();
  }

  private static byte[] decoded(byte[] data) throws Jpeg2000Refusal {
    return Jpeg2000File.open(data).pixels().grey();
  }
}
