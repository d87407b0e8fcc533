package org.ridgeline.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/// What the size segment says: where image and tiles lie on the reference grid, and what samples
/// the components have.
/// - **Shape** `firstTile` is the tile at the grid's origin, not cut to the image
/// - **Limit** one or three components, none of them subsampled; [Jpeg2000Limits#TILES_MAX]
/// - **Source** ISO/IEC 15444-1 A.5.1, B.3
record ImageSize(Area image, Area firstTile, List<Component> components) {
  private static final int BITS_MAX = 16;

  /// Samples of one component.
  record Component(int bits, boolean isSigned) {
    boolean isPlain() {
      return bits == 8 && !isSigned;
    }
  }

  static ImageSize read(Segment segment) throws Jpeg2000Refusal {
    int place = segment.at();
    int capabilities = segment.uint16();
    if ((capabilities & 0x4000) != 0) {
      throw Jpeg2000Refusal.unsupported(place, "JPEG 2000 part 1", "part 15, high throughput");
    }
    int x1 = coordinate(segment);
    int y1 = coordinate(segment);
    Area image = new Area(coordinate(segment), coordinate(segment), x1, y1);
    long tileWidth = segment.uint32();
    long tileHeight = segment.uint32();
    int tileX = coordinate(segment);
    int tileY = coordinate(segment);
    long endX = Math.min(tileX + tileWidth, Integer.MAX_VALUE);
    long endY = Math.min(tileY + tileHeight, Integer.MAX_VALUE);
    Area tile = new Area(tileX, tileY, (int) endX, (int) endY);
    boolean reached = tileX <= image.x0() && tileY <= image.y0();
    if (image.isEmpty() || !reached || endX <= image.x0() || endY <= image.y0()) {
      throw Jpeg2000Refusal.unreadable(place, "an image within its tiles", image + ", " + tile);
    }
    ImageSize size = new ImageSize(image, tile, components(segment));
    if (size.tilesAcross() * size.tilesDown() > Jpeg2000Limits.TILES_MAX) {
      throw Jpeg2000Refusal.unsupported(
          place,
          "at most " + Jpeg2000Limits.TILES_MAX + " tiles",
          size.tilesAcross() + "x" + size.tilesDown());
    }
    return size;
  }

  private static int coordinate(Segment segment) throws Jpeg2000Refusal {
    int place = segment.at();
    long value = segment.uint32();
    if (value > Integer.MAX_VALUE) {
      throw Jpeg2000Refusal.unsupported(place, "a coordinate below 2^31", String.valueOf(value));
    }
    return (int) value;
  }

  private static List<Component> components(Segment segment) throws Jpeg2000Refusal {
    int place = segment.at();
    int count = segment.uint16();
    if (count != 1 && count != 3) {
      throw Jpeg2000Refusal.unsupported(place, "one or three components", String.valueOf(count));
    }
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int depth = segment.uint8();
      int bits = (depth & 0x7F) + 1;
      int across = segment.uint8();
      int down = segment.uint8();
      if (bits > BITS_MAX || across != 1 || down != 1) {
        throw Jpeg2000Refusal.unsupported(
            segment.at() - 3,
            "samples of 1.." + BITS_MAX + " bits, one for each pixel",
            bits + " bits, one for " + across + "x" + down);
      }
      components.add(new Component(bits, depth > 0x7F));
    }
    return List.copyOf(components);
  }

  long tilesAcross() {
    return Math.ceilDiv((long) image.x1() - firstTile.x0(), firstTile.width());
  }

  long tilesDown() {
    return Math.ceilDiv((long) image.y1() - firstTile.y0(), firstTile.height());
  }

  int tiles() {
    return (int) (tilesAcross() * tilesDown());
  }

  /// A tile, cut to the image.
  Area tile(int index) {
    long across = tilesAcross();
    long x = firstTile.x0() + index % across * firstTile.width();
    long y = firstTile.y0() + index / across * firstTile.height();
    return new Area(
        (int) Math.max(x, image.x0()),
        (int) Math.max(y, image.y0()),
        (int) Math.min(x + firstTile.width(), image.x1()),
        (int) Math.min(y + firstTile.height(), image.y1()));
  }
}
