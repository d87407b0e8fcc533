package org.ridgeline.codec.jpeg2000;

import org.jspecify.annotations.Nullable;

/// Reads packets: what their headers say of code blocks, and where the code blocks' bytes lie.
///
/// Packets do not reach from one tile part into the next. Markers before a packet and behind its
/// header are passed over wherever they stand: no header or code block begins with their bytes.
/// - **Source** ISO/IEC 15444-1 A.8, B.9, B.10
final class PacketReader implements PacketOrder.Packets {
  private static final int START_OF_PACKET_BYTES = 6;
  private static final int FIRST_LENGTH_BITS = 3;
  private static final int LENGTH_BITS_MAX = 31;
  private static final TileParts NONE = new TileParts(Parameters.ofMainHeader(0));

  private final byte[] data;
  private final Chunks chunks;
  private final TagTree tree = new TagTree();
  private final TagTree.Place place = new TagTree.Place();
  private TileParts parts;
  private PacketBits bits;
  private int packedAt;
  private int packedEnd;
  private int part;
  private int at;
  private long visitsLeft;

  PacketReader(byte[] data, Chunks chunks) {
    this.data = data;
    this.chunks = chunks;
    parts = NONE;
    bits = new PacketBits(data);
    visitsLeft =
        Jpeg2000Limits.BLOCK_VISITS_FREE_MAX
            + (long) data.length * Jpeg2000Limits.BLOCK_VISITS_PER_BYTE_MAX;
  }

  /// Begins a tile.
  void start(TileParts tile) {
    parts = tile;
    part = 0;
    at = tile.count() == 0 ? 0 : tile.start(0);
    byte @Nullable [] packed = tile.packedHeaders();
    bits = new PacketBits(packed == null ? data : packed);
    packedAt = 0;
    packedEnd = packed == null ? -1 : packed.length;
    chunks.clear();
  }

  @Override
  public void read(TileComponent component, Resolution resolution, int precinct, int layer)
      throws Jpeg2000Refusal {
    toData();
    int firstChunk = chunks.count();
    boolean packed = packedEnd >= 0;
    bits.start(packed ? packedAt : at, packed ? packedEnd : parts.end(part));
    if (bits.bit() == 1) {
      for (Subband band : resolution.subbands()) {
        header(component.coding(), band, new Precinct(precinct, layer));
      }
    }
    int next = behindHeader(bits.align());
    if (packed) {
      packedAt = next;
    } else {
      at = next;
    }
    bodies(firstChunk);
  }

  private record Precinct(int number, int layer) {}

  /// To the next packet: into the next part where this one has ended, behind a marker.
  private void toData() throws Jpeg2000Refusal {
    while (part < parts.count() && at == parts.end(part)) {
      part++;
      at = part < parts.count() ? parts.start(part) : at;
    }
    if (part == parts.count() && packedEnd < 0) {
      throw Jpeg2000Refusal.unreadable(at, "all packets of the tile", "the end of its data");
    }
    if (part < parts.count()
        && parts.end(part) - at >= START_OF_PACKET_BYTES
        && uint16(data, at) == Marker.START_OF_PACKET) {
      at += START_OF_PACKET_BYTES;
    }
  }

  private int behindHeader(int next) {
    byte[] source = bits.data();
    int end = packedEnd >= 0 ? packedEnd : parts.end(part);
    boolean marked = end - next >= 2 && uint16(source, next) == Marker.END_OF_PACKET_HEADER;
    return marked ? next + 2 : next;
  }

  private void header(CodingStyle coding, Subband band, Precinct precinct) throws Jpeg2000Refusal {
    Area blocks = band.blocks(precinct.number());
    if (blocks.isEmpty()) {
      return;
    }
    place.start = band.treeStarts[precinct.number()];
    place.across = blocks.width();
    place.down = blocks.height();
    visitsLeft -= (long) place.across * place.down;
    if (visitsLeft < 0) {
      throw Jpeg2000Refusal.unsupported(
          at, "fewer looks at code blocks for " + data.length + " bytes", "more");
    }
    for (int y = 0; y < place.down; y++) {
      for (int x = 0; x < place.across; x++) {
        place.x = x;
        place.y = y;
        int block = (blocks.y0() + y) * band.across + blocks.x0() + x;
        if (isIncluded(band, block, precinct.layer())) {
          block(coding, band, block);
        }
      }
    }
  }

  private boolean isIncluded(Subband band, int block, int layer) throws Jpeg2000Refusal {
    if (band.passes[block] > 0) {
      return bits.bit() == 1;
    }
    if (!tree.isBelow(layer + 1, band.inclusions, place, bits)) {
      return false;
    }
    int planes = 0;
    while (!tree.isBelow(planes + 1, band.zeroPlaneTrees, place, bits)) {
      planes++;
      if (planes >= band.bitPlanes) {
        throw Jpeg2000Refusal.unreadable(
            at, "fewer than " + band.bitPlanes + " empty bit planes", planes + " or more");
      }
    }
    if (band.bitPlanes - planes > Jpeg2000Limits.BIT_PLANES_MAX) {
      throw Jpeg2000Refusal.unsupported(
          at,
          "at most " + Jpeg2000Limits.BIT_PLANES_MAX + " bit planes",
          String.valueOf(band.bitPlanes - planes));
    }
    band.zeroPlanes[block] = (byte) planes;
    band.lengthBits[block] = FIRST_LENGTH_BITS;
    return true;
  }

  /// How many passes come of a code block, and in how many bytes each codeword segment.
  private void block(CodingStyle coding, Subband band, int block) throws Jpeg2000Refusal {
    int passes = passes();
    int had = band.passes[block];
    int most = 3 * (band.bitPlanes - band.zeroPlanes[block]) - 2;
    if (had + passes > most) {
      throw Jpeg2000Refusal.unreadable(
          at, "at most " + most + " coding passes", String.valueOf(had + passes));
    }
    while (bits.bit() == 1) {
      if (++band.lengthBits[block] > LENGTH_BITS_MAX) {
        throw Jpeg2000Refusal.unreadable(at, "a length of at most 31 bits", "more");
      }
    }
    int end = had + passes;
    int pass = had;
    while (pass < end) {
      int count = Math.min(end, CodewordSegments.end(coding, pass)) - pass;
      int length =
          band.lengthBits[block] + (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(count));
      if (length > LENGTH_BITS_MAX) {
        throw Jpeg2000Refusal.unreadable(at, "a length of at most 31 bits", length + " bits");
      }
      chunks.add(band, block, count, bits.bits(length));
      pass += count;
    }
    band.passes[block] = (short) end;
  }

  /// - **Source** ISO/IEC 15444-1 table B.4
  private int passes() throws Jpeg2000Refusal {
    if (bits.bit() == 0) {
      return 1;
    }
    if (bits.bit() == 0) {
      return 2;
    }
    int two = bits.bits(2);
    if (two < 3) {
      return 3 + two;
    }
    int five = bits.bits(5);
    if (five < 31) {
      return 6 + five;
    }
    return 37 + bits.bits(7);
  }

  /// Each chunk of the packet lies behind the one before.
  private void bodies(int firstChunk) throws Jpeg2000Refusal {
    if (firstChunk == chunks.count()) {
      return;
    }
    int end = part < parts.count() ? parts.end(part) : at;
    for (int chunk = firstChunk; chunk < chunks.count(); chunk++) {
      int length = chunks.length(chunk);
      if (length > end - at) {
        throw Jpeg2000Refusal.unreadable(
            at, length + " bytes of a code block", (end - at) + " before the end of the data");
      }
      chunks.place(chunk, at);
      at += length;
    }
  }

  private static int uint16(byte[] data, int at) {
    return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
  }
}
