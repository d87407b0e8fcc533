package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What headers of tiles and of components say, against what the main header says of all.
class TileHeadersTest {
  private static final int CODING_BYTES = 14;

  /// What a tile says goes before what the main header says of the component, and of all.
  @Test
  void prefersWhatATileSays() throws IOException, Jpeg2000Refusal {
    Parts parts = Parts.of("openjpeg-53-lrcp-layers.j2k");
    byte[] coding = parts.segment(Marker.CODING);
    byte[] wrong = coding.clone();
    wrong[9] = 1;
    byte[] wrongOfComponent = ofComponent(wrong);
    byte[] quantisation = parts.segment(Marker.QUANTISATION);
    byte[] other = quantisation.clone();
    other[4] = 0;
    parts.replace(Marker.CODING, joined(wrong, wrongOfComponent));
    parts.replace(Marker.QUANTISATION, other);

    assertThat(decoded(parts.file(joined(coding, quantisation)))).isEqualTo(source());
  }

  @Test
  void prefersWhatIsSaidOfAComponent() throws IOException, Jpeg2000Refusal {
    Parts parts = Parts.of("openjpeg-53-lrcp-layers.j2k");
    byte[] coding = parts.segment(Marker.CODING);
    byte[] wrong = coding.clone();
    wrong[9] = 1;
    parts.replace(Marker.CODING, joined(ofComponent(coding), wrong));

    assertThat(decoded(parts.file(new byte[0]))).isEqualTo(source());
  }

  /// The first part of each tile, then the second of each, and so on.
  @Test
  void readsTilePartsThatAlternate() throws IOException, Jpeg2000Refusal {
    Parts parts = Parts.of("openjpeg-53-tile-parts.j2k");
    List<byte[]> tileParts = new ArrayList<>(parts.tileParts);
    assertThat(tileParts).hasSize(8);
    for (int i = 0; i < 8; i++) {
      parts.tileParts.set(i, tileParts.get(i % 2 * 4 + i / 2));
    }

    assertThat(decoded(parts.file(new byte[0]))).isEqualTo(source());
  }

  /// The coding style of one component, as the one of all has it.
  private static byte[] ofComponent(byte[] coding) {
    assertThat(coding).hasSize(CODING_BYTES);
    return ByteBuffer.allocate(11)
        .putShort((short) Marker.CODING_OF_COMPONENT)
        .putShort((short) 9)
        .put((byte) 0)
        .put((byte) 0)
        .put(coding, 9, 5)
        .array();
  }

  /// A code stream's segments and tile parts.
  private static final class Parts {
    private final List<byte[]> segments = new ArrayList<>();
    private final List<byte[]> tileParts = new ArrayList<>();

    static Parts of(String file) throws IOException {
      Parts parts = new Parts();
      ByteBuffer stream = ByteBuffer.wrap(Jpeg2000GoldenTest.resource(file));
      int at = 2;
      while ((stream.getShort(at) & 0xFFFF) != Marker.START_OF_TILE_PART) {
        int end = at + 2 + stream.getShort(at + 2);
        parts.segments.add(Arrays.copyOfRange(stream.array(), at, end));
        at = end;
      }
      while ((stream.getShort(at) & 0xFFFF) == Marker.START_OF_TILE_PART) {
        int end = at + stream.getInt(at + 6);
        parts.tileParts.add(Arrays.copyOfRange(stream.array(), at, end));
        at = end;
      }
      return parts;
    }

    byte[] segment(int marker) {
      return segments.get(place(marker));
    }

    void replace(int marker, byte[] by) {
      segments.set(place(marker), by);
    }

    private int place(int marker) {
      int place = 0;
      while ((ByteBuffer.wrap(segments.get(place)).getShort() & 0xFFFF) != marker) {
        place++;
      }
      return place;
    }

    /// Puts segments into the header of the first tile part.
    byte[] file(byte[] intoTile) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(new byte[] {(byte) 0xFF, 0x4F});
      segments.forEach(out::writeBytes);
      byte[] first = tileParts.getFirst();
      byte[] head = Arrays.copyOf(first, 12);
      ByteBuffer.wrap(head).putInt(6, first.length + intoTile.length);
      out.writeBytes(head);
      out.writeBytes(intoTile);
      out.write(first, 12, first.length - 12);
      tileParts.stream().skip(1).forEach(out::writeBytes);
      out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
      return out.toByteArray();
    }
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  private static byte[] source() throws IOException {
    return PortableGrayMap.read(Jpeg2000GoldenTest.resource("source.pgm")).pixels();
  }

  private static byte[] decoded(byte[] data) throws Jpeg2000Refusal {
    return Jpeg2000File.open(data).pixels().grey();
  }
}
