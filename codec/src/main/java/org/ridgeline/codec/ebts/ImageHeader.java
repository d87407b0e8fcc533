package org.ridgeline.codec.ebts;

import java.util.Optional;
import org.ridgeline.codec.itl.Cga;

/// What the first bytes of image data say of themselves: the kind of compression and the size.
/// Nothing is decoded.
/// - **Unit** pixels; 0 where the header does not say within reach
/// - **Source** WSQ specification 3.1; ISO/IEC 10918-1 and 14495; ISO/IEC 15444-1; PNG (RFC 2083)
record ImageHeader(Kind kind, int widthPx, int heightPx) {
  private static final int SOF_WSQ = 0xA2;
  private static final int SOS = 0xDA;
  private static final int JP2_SEARCH_BYTES = 512;

  /// The kinds that can be told by their first bytes.
  enum Kind {
    WSQ,
    JPEG,
    JP2,
    PNG;

    /// Whether a record that names this compression may hold data of this kind.
    boolean fits(Cga cga) {
      return switch (this) {
        case WSQ -> cga == Cga.WSQ20;
        case JPEG -> cga == Cga.JPEGB || cga == Cga.JPEGL;
        case JP2 -> cga == Cga.JP2 || cga == Cga.JP2L;
        case PNG -> cga == Cga.PNG;
      };
    }
  }

  /// The header of some image data; empty where its kind cannot be told, as with raw pixels.
  static Optional<ImageHeader> of(byte[] data) {
    if (starts(data, 0, 0xFF, 0xA0)) {
      return Optional.of(wsq(data));
    }
    if (starts(data, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(jpeg(data));
    }
    if (starts(data, 0, 0x89, 'P', 'N', 'G')) {
      boolean sized = data.length >= 24;
      return Optional.of(
          new ImageHeader(Kind.PNG, sized ? four(data, 16) : 0, sized ? four(data, 20) : 0));
    }
    if (starts(data, 4, 'j', 'P', ' ', ' ') || starts(data, 0, 0xFF, 0x4F, 0xFF, 0x51)) {
      return Optional.of(jp2(data));
    }
    return Optional.empty();
  }

  /// Marker segments up to the start of frame: height at 2, width at 4 behind black and white.
  private static ImageHeader wsq(byte[] data) {
    int at = 2;
    while (at + 4 <= data.length && (data[at] & 0xFF) == 0xFF) {
      int length = two(data, at + 2);
      if ((data[at + 1] & 0xFF) == SOF_WSQ) {
        return at + 10 <= data.length
            ? new ImageHeader(Kind.WSQ, two(data, at + 8), two(data, at + 6))
            : new ImageHeader(Kind.WSQ, 0, 0);
      }
      at += 2 + Math.max(length, 2);
    }
    return new ImageHeader(Kind.WSQ, 0, 0);
  }

  private static ImageHeader jpeg(byte[] data) {
    int at = 2;
    while (at + 9 <= data.length && (data[at] & 0xFF) == 0xFF) {
      int marker = data[at + 1] & 0xFF;
      boolean frame = marker >= 0xC0 && marker <= 0xCF || marker == 0xF7;
      boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
      if (frame && !table) {
        return new ImageHeader(Kind.JPEG, two(data, at + 7), two(data, at + 5));
      }
      if (marker == SOS) {
        break;
      }
      at += marker == 0xFF ? 1 : 2 + Math.max(two(data, at + 2), 2);
    }
    return new ImageHeader(Kind.JPEG, 0, 0);
  }

  /// The SIZ segment of the code stream: image area from its offset.
  private static ImageHeader jp2(byte[] data) {
    int end = Math.min(data.length - 22, JP2_SEARCH_BYTES);
    for (int at = 0; at < end; at++) {
      if (starts(data, at, 0xFF, 0x4F, 0xFF, 0x51)) {
        int width = four(data, at + 8) - four(data, at + 16);
        int height = four(data, at + 12) - (at + 24 <= data.length ? four(data, at + 20) : 0);
        return new ImageHeader(Kind.JP2, Math.max(width, 0), Math.max(height, 0));
      }
    }
    return new ImageHeader(Kind.JP2, 0, 0);
  }

  private static boolean starts(byte[] data, int at, int... bytes) {
    if (data.length < at + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((data[at + i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static int two(byte[] data, int at) {
    return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
  }

  private static int four(byte[] data, int at) {
    return two(data, at) << 16 | two(data, at + 2);
  }
}
