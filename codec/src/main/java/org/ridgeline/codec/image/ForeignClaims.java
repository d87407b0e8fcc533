package org.ridgeline.codec.image;

import org.ridgeline.vocabulary.FindingCode;

/// What a file of another's format claims beyond its size, counted before its library is asked: a
/// few bytes may name much work or memory there.
/// - **Limit** [ImageLimits#JPEG_SCANS_MAX], [ImageLimits#TILES_MAX], [ImageLimits#PRECINCT_PX_MIN]
/// - **Source** ISO/IEC 10918-1 B.2.3 (scans); ISO/IEC 15444-1 annex A (code stream)
final class ForeignClaims {
  private static final int JPEG_SCAN = 0xDA;
  private static final int CODE_STREAM = 0xFF4F;
  private static final int SIZE = 0xFF51;
  private static final int CODING = 0xFF52;
  private static final int CODING_OF_COMPONENT = 0xFF53;
  private static final int PACKED_HEADERS = 0xFF60;
  private static final int PACKED_HEADERS_OF_TILE = 0xFF61;
  private static final int TILE_PART = 0xFF90;
  private static final int DATA = 0xFF93;
  private static final int MARKER_MIN = 0xFF4F;
  private static final int CODE_STREAMS_MAX = 4;

  private final byte[] data;

  private ForeignClaims(byte[] data) {
    this.data = data;
  }

  static void check(ImageFormat format, byte[] data) throws ImageRefusal {
    ForeignClaims claims = new ForeignClaims(data);
    switch (format) {
      case JPEG, JPEG_LOSSLESS -> claims.scans();
      case JPEG2000 -> claims.codeStreams();
      case RAW, WSQ, PNG, TIFF, BMP -> {}
    }
  }

  /// Each scan of a JPEG is a pass over the whole image. Counted as pairs of bytes, wherever they
  /// stand: coded data have none, metadata next to none.
  private void scans() throws ImageRefusal {
    int scans = 0;
    for (int i = 0; i + 1 < data.length; i++) {
      if (data[i] == (byte) 0xFF
          && data[i + 1] == (byte) JPEG_SCAN
          && ++scans > ImageLimits.JPEG_SCANS_MAX) {
        throw refusal(i, "at most " + ImageLimits.JPEG_SCANS_MAX + " scans", "more");
      }
    }
  }

  /// Each code stream that a reader might take for the image.
  private void codeStreams() throws ImageRefusal {
    int streams = 0;
    for (int i = 0; i + 4 <= data.length; i++) {
      if (uint16(i) == CODE_STREAM && uint16(i + 2) == SIZE) {
        if (++streams > CODE_STREAMS_MAX) {
          throw refusal(i, "at most " + CODE_STREAMS_MAX + " code streams", "more");
        }
        codeStream(i + 2);
      }
    }
  }

  /// Walks the main header and that of each tile part.
  private void codeStream(int from) throws ImageRefusal {
    int at = from;
    while (at >= 0 && at + 4 <= data.length) {
      int marker = uint16(at);
      int next = at + 2 + uint16(at + 2);
      if (marker < MARKER_MIN || next > data.length || next < at + 4) {
        return;
      }
      if (marker == TILE_PART && next - at >= 12) {
        at = tilePart(at, next);
      } else {
        segment(marker, at + 4, next);
        at = next;
      }
    }
  }

  /// Its header's segments up to the data; gives where the next part starts, -1 if nowhere.
  private int tilePart(int from, int header) throws ImageRefusal {
    long end = from + (uint16(from + 6) << 16 | uint16(from + 8) & 0xFFFFL);
    int at = header;
    while (at + 4 <= data.length && uint16(at) != DATA) {
      int next = at + 2 + uint16(at + 2);
      if (next > data.length || next < at + 4) {
        return -1;
      }
      segment(uint16(at), at + 4, next);
      at = next;
    }
    return end > at && end < data.length ? (int) end : -1;
  }

  private void segment(int marker, int from, int to) throws ImageRefusal {
    switch (marker) {
      case SIZE -> tiles(from, to);
      case CODING -> precincts(from, from + 10, to);
      case CODING_OF_COMPONENT -> precincts(from + 1, from + 7, to);
      case PACKED_HEADERS, PACKED_HEADERS_OF_TILE ->
          throw refusal(from, "packet headers in their places", "packed ones");
      default -> {}
    }
  }

  private void tiles(int from, int to) throws ImageRefusal {
    if (to - from < 34) {
      return;
    }
    long across = tiles(int32(from + 2), int32(from + 18), int32(from + 26));
    long down = tiles(int32(from + 6), int32(from + 22), int32(from + 30));
    if (across > ImageLimits.TILES_MAX || down > ImageLimits.TILES_MAX / Math.max(1, across)) {
      throw refusal(from, "at most " + ImageLimits.TILES_MAX + " tiles", across + "x" + down);
    }
  }

  /// How many tiles of a side from an origin cover an image up to its end.
  private static long tiles(long end, long side, long origin) {
    return side == 0 ? Long.MAX_VALUE / 2 : Math.ceilDiv(Math.max(0, end - origin), side);
  }

  /// Sizes of precincts follow where the first bit of the style says so: two exponents a byte.
  private void precincts(int style, int sizes, int to) throws ImageRefusal {
    if (style >= to || (data[style] & 1) == 0) {
      return;
    }
    for (int i = sizes; i < to; i++) {
      int least = Math.min(data[i] & 0xF, data[i] >> 4 & 0xF);
      if (1 << least < ImageLimits.PRECINCT_PX_MIN) {
        String expected = "precincts of at least " + ImageLimits.PRECINCT_PX_MIN + " pixels";
        throw refusal(i, expected, String.valueOf(1 << least));
      }
    }
  }

  private static ImageRefusal refusal(int at, String expected, String found) {
    return new ImageRefusal(FindingCode.IMAGE_UNSUPPORTED, at, expected, found);
  }

  private int uint16(int at) {
    return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
  }

  private long int32(int at) {
    return (long) uint16(at) << 16 | uint16(at + 2);
  }
}
