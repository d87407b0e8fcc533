package org.ridgeline.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Writes code streams that no encoder would: headers as told, packets bit by bit.
public final class CodeStreamWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int progression;
  private int layers = 1;
  private int levels;
  private int blockWidthExponent = 6;
  private int blockHeightExponent = 6;
  private int blockStyle;
  private int guardBits;
  private byte[] precincts = {};

  /// Begins a code stream: an image, and tiles of so many samples each.
  public CodeStreamWriter(int width, int height, int tileWidth, int tileHeight) {
    this(1, 0x07, width, height, tileWidth, tileHeight);
  }

  private CodeStreamWriter(int components, int depth, int... sides) {
    marker(0xFF4F);
    marker(0xFF51);
    uint16(38 + 3 * components);
    uint16(0);
    uint32(sides[0]);
    uint32(sides[1]);
    uint32(0);
    uint32(0);
    uint32(sides[2]);
    uint32(sides[3]);
    uint32(0);
    uint32(0);
    uint16(components);
    for (int i = 0; i < components; i++) {
      bytes(depth, 1, 1);
    }
  }

  /// One tile of components of so many bits less one; the uppermost bit says they have a sign.
  static CodeStreamWriter ofComponents(int components, int depth, int width, int height) {
    return new CodeStreamWriter(components, depth, width, height, width, height);
  }

  /// The order of packets, and how many layers they make.
  public CodeStreamWriter progression(int code, int layerCount) {
    progression = code;
    layers = layerCount;
    return this;
  }

  /// Decomposition levels.
  public CodeStreamWriter levels(int count) {
    levels = count;
    return this;
  }

  /// Code blocks by the exponents of their sides.
  public CodeStreamWriter blocks(int widthExponent, int heightExponent, int style) {
    blockWidthExponent = widthExponent;
    blockHeightExponent = heightExponent;
    blockStyle = style;
    return this;
  }

  /// All precincts of one size, an exponent of the width and one of the height.
  CodeStreamWriter precincts(int exponents) {
    precincts = new byte[levels + 1];
    Arrays.fill(precincts, (byte) exponents);
    return this;
  }

  CodeStreamWriter guardBits(int bits) {
    guardBits = bits;
    return this;
  }

  /// Ends the main header, but for further segments. All subbands have an exponent of 31: bit
  /// planes are thirty and the guard bits.
  public CodeStreamWriter header() {
    marker(0xFF52);
    uint16(12 + precincts.length);
    bytes(precincts.length == 0 ? 0 : 1, progression);
    uint16(layers);
    bytes(0, levels, blockWidthExponent - 2, blockHeightExponent - 2, blockStyle, 1);
    out.writeBytes(precincts);
    marker(0xFF5C);
    uint16(3 + 3 * levels + 1);
    bytes(guardBits << 5);
    for (int i = 0; i < 3 * levels + 1; i++) {
      bytes(31 << 3);
    }
    return this;
  }

  CodeStreamWriter segment(int marker, byte... contents) {
    marker(marker);
    uint16(2 + contents.length);
    out.writeBytes(contents);
    return this;
  }

  /// A part of a tile, with its packets.
  public CodeStreamWriter tilePart(int tile, byte[] packets) {
    marker(0xFF90);
    uint16(10);
    uint16(tile);
    uint32(14 + packets.length);
    bytes(0, 1);
    marker(0xFF93);
    out.writeBytes(packets);
    return this;
  }

  /// Ends the code stream.
  public byte[] end() {
    marker(0xFFD9);
    return out.toByteArray();
  }

  byte[] unended() {
    return out.toByteArray();
  }

  /// A packet that has all code blocks of a precinct with one subband; of each so many passes in
  /// segments of the same length.
  public static byte[] packet(int across, int down, int passes, int segments, byte[] segment) {
    Bits header = new Bits();
    header.put(1, 1);
    int[] seen = new int[TagTree.nodes(across, down)];
    for (int block = 0; block < across * down; block++) {
      int fresh = fresh(seen, across, down, block);
      header.put((1 << fresh) - 1, fresh);
      header.put((1 << fresh) - 1, fresh);
      passes(header, passes);
      int bits = 3 + (31 - Integer.numberOfLeadingZeros(passes / segments));
      header.put(0, 1);
      for (int i = 0; i < segments; i++) {
        header.put(segment.length, bits);
      }
    }
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.writeBytes(header.end());
    for (int i = 0; i < across * down * segments; i++) {
      packet.writeBytes(segment);
    }
    return packet.toByteArray();
  }

  /// Nodes of a tag tree above a code block that no code block before had.
  private static int fresh(int[] seen, int across, int down, int block) {
    int fresh = 0;
    int w = across;
    int h = down;
    int x = block % across;
    int y = block / across;
    int base = 0;
    while (true) {
      fresh += seen[base + y * w + x]++ == 0 ? 1 : 0;
      if (w * h == 1) {
        return fresh;
      }
      base += w * h;
      w = (w + 1) / 2;
      h = (h + 1) / 2;
      x /= 2;
      y /= 2;
    }
  }

  private static void passes(Bits header, int passes) {
    if (passes == 1) {
      header.put(0, 1);
    } else if (passes == 2) {
      header.put(2, 2);
    } else if (passes < 6) {
      header.put(0xC | passes - 3, 4);
    } else if (passes < 37) {
      header.put(0x1E0 | passes - 6, 9);
    } else {
      header.put(0xFF80 | passes - 37, 16);
    }
  }

  /// Bits of a packet header: behind a byte of ones comes one of seven bits.
  static final class Bits {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int current;
    private int free = 8;

    void put(int value, int count) {
      for (int i = count - 1; i >= 0; i--) {
        free--;
        current |= (value >> i & 1) << free;
        if (free == 0) {
          next();
        }
      }
    }

    private void next() {
      out.write(current);
      free = current == 0xFF ? 7 : 8;
      current = 0;
    }

    byte[] end() {
      byte[] whole = out.toByteArray();
      boolean full = free == 8 && whole.length > 0;
      if (!full) {
        next();
        if (free == 7) {
          next();
        }
      }
      return out.toByteArray();
    }
  }

  private void marker(int marker) {
    uint16(marker);
  }

  private void uint16(int value) {
    bytes(value >> 8, value);
  }

  private void uint32(int value) {
    uint16(value >>> 16);
    uint16(value);
  }

  private void bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }
}
