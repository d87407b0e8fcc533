package org.ridgeline.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/// Reads the headers of a code stream and finds its tile parts; their data stay unread.
///
/// What stands where a tile part or the end is due ends the reading, as the end of the data does:
/// whether anything is missing, the packets say.
/// - **Source** ISO/IEC 15444-1 annex A
final class CodeStreamReader {
  private static final int TILE_PART_BYTES = 12;

  private final byte[] data;
  private final int end;
  private final PackedHeaders packed = new PackedHeaders();
  private int at;

  private CodeStreamReader(byte[] data, int from, int end) {
    this.data = data;
    this.at = from;
    this.end = end;
  }

  /// The size of the image alone, from which all memory follows.
  static ImageSize size(byte[] data, int from, int end) throws Jpeg2000Refusal {
    return new CodeStreamReader(data, from, end).size();
  }

  static CodeStream read(byte[] data, int from, int end) throws Jpeg2000Refusal {
    return new CodeStreamReader(data, from, end).codeStream();
  }

  private ImageSize size() throws Jpeg2000Refusal {
    Segment start = new Segment(data, at, end);
    if (start.left() < 4
        || start.uint16() != Marker.START_OF_CODE_STREAM
        || start.uint16() != Marker.SIZE) {
      throw Jpeg2000Refusal.unreadable(at, "a code stream (FF4F FF51)", "other bytes");
    }
    at = start.at();
    return ImageSize.read(segment());
  }

  private CodeStream codeStream() throws Jpeg2000Refusal {
    ImageSize size = size();
    Parameters main = Parameters.ofMainHeader(size.components().size());
    int marker = uint16();
    while (marker != Marker.START_OF_TILE_PART) {
      take(marker, main);
      marker = uint16();
    }
    List<TileParts> tiles = new ArrayList<>();
    for (int i = 0; i < size.tiles(); i++) {
      tiles.add(new TileParts(main.ofTile()));
    }
    while (marker == Marker.START_OF_TILE_PART) {
      tilePart(tiles);
      marker = end - at < 2 ? -1 : uint16();
    }
    return new CodeStream(size, tiles, marker == Marker.END_OF_CODE_STREAM);
  }

  /// One segment of the main header.
  private void take(int marker, Parameters parameters) throws Jpeg2000Refusal {
    if (Marker.isBare(marker)) {
      return;
    }
    int place = at - 2;
    if (marker < Marker.START_OF_CODE_STREAM
        || marker == Marker.START_OF_DATA
        || marker == Marker.END_OF_CODE_STREAM) {
      throw Jpeg2000Refusal.unreadable(
          place, "a marker of a header", String.format("%04X", marker));
    }
    if (marker == Marker.CAPABILITIES) {
      throw Jpeg2000Refusal.unsupported(place, "JPEG 2000 part 1", "extended capabilities (FF50)");
    }
    Segment segment = segment();
    if (marker == Marker.PACKED_HEADERS) {
      packed.take(data, segment.at(), at);
    }
    parameters.take(marker, segment);
  }

  /// From behind its marker to behind its data.
  private void tilePart(List<TileParts> tiles) throws Jpeg2000Refusal {
    int start = at - 2;
    Segment head = segment();
    int index = head.uint16();
    long length = head.uint32();
    head.skip(2);
    if (index >= tiles.size() || length != 0 && length < TILE_PART_BYTES + 2) {
      throw Jpeg2000Refusal.unreadable(
          start, "a part of tile 0.." + (tiles.size() - 1), index + ", " + length + " bytes");
    }
    TileParts tile = tiles.get(index);
    int marker = uint16();
    while (marker != Marker.START_OF_DATA) {
      if (marker == Marker.PACKED_HEADERS_OF_TILE) {
        // The first byte is a number; a tile part's segments stand in its order.
        Segment headers = segment();
        headers.skip(1);
        tile.addPackedHeaders(data, headers.at(), at);
      } else {
        take(marker, tile.parameters());
      }
      marker = uint16();
    }
    if (!packed.isEmpty()) {
      packed.give(data, tile);
    }
    long stop = length == 0 ? lastByte() : Math.min(start + length, end);
    if (stop < at) {
      throw Jpeg2000Refusal.unreadable(start, "a tile part of its headers at least", length + "");
    }
    tile.add(at, (int) stop);
    at = (int) stop;
  }

  /// Where the data of a last tile part end that does not state its length.
  private int lastByte() {
    boolean ended = end - at >= 2 && new Segment(data, end - 2, end).peek16() == 0xFFD9;
    return ended ? end - 2 : end;
  }

  /// The contents of the segment whose length is next; behind it goes on.
  private Segment segment() throws Jpeg2000Refusal {
    int place = at;
    int length = uint16();
    if (length < 2 || length > end - place) {
      throw Jpeg2000Refusal.unreadable(
          place, "a segment within " + (end - place) + " bytes", length + " bytes");
    }
    Segment segment = new Segment(data, place + 2, place + length);
    at = place + length;
    return segment;
  }

  private int uint16() throws Jpeg2000Refusal {
    Segment next = new Segment(data, at, end);
    int value = next.uint16();
    at += 2;
    return value;
  }
}
