package org.ridgeline.codec.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The segments before the coded data of a JPEG or a WSQ file: marker, length, content.
/// - **Limit** [#SEGMENTS_MAX]; a file with more is read no further
/// - **Source** ISO/IEC 10918-1 annex B; ISO/IEC 10918-5 (JFIF); CIPA DC-008 (Exif); IAFIS-IC-0110
final class MarkerSegments {
  private static final int SEGMENTS_MAX = 1000;
  private static final int FILL = 0xFF;
  private static final int JPEG_SCAN = 0xDA;
  private static final int JPEG_APP0 = 0xE0;
  private static final int JPEG_APP1 = 0xE1;
  private static final int WSQ_BLOCK = WsqMarker.START_OF_BLOCK & 0xFF;
  private static final byte[] JFIF = ascii("JFIF\0");
  private static final byte[] EXIF = ascii("Exif\0\0");

  /// One segment: the second byte of its marker, where its content starts, how many bytes it is.
  record Segment(int marker, int from, int length) {}

  private MarkerSegments() {}

  static List<Segment> ofJpeg(byte[] data) {
    return walk(data, JPEG_SCAN);
  }

  static List<Segment> ofWsq(byte[] data) {
    return walk(data, WSQ_BLOCK);
  }

  /// Up to the first segment of coded data, that one included.
  private static List<Segment> walk(byte[] data, int last) {
    List<Segment> segments = new ArrayList<>();
    int at = 2;
    while (at + 4 <= data.length && (data[at] & 0xFF) == FILL && segments.size() < SEGMENTS_MAX) {
      int marker = data[at + 1] & 0xFF;
      if (marker == FILL) {
        at++;
        continue;
      }
      int length = (data[at + 2] & 0xFF) << 8 | data[at + 3] & 0xFF;
      if (length < 2 || length > data.length - at - 2) {
        break;
      }
      segments.add(new Segment(marker, at + 4, length - 2));
      if (marker == last) {
        break;
      }
      at += 2 + length;
    }
    return segments;
  }

  /// How many components a JPEG's frame has; 0 where there is no frame.
  static int components(byte[] data) {
    return ofJpeg(data).stream()
        .filter(segment -> isFrame(segment.marker()) && segment.length() >= 6)
        .map(segment -> data[segment.from() + 5] & 0xFF)
        .findFirst()
        .orElse(0);
  }

  /// Whether a JPEG marker starts a frame: SOF0 to SOF15 but for tables and extensions.
  static boolean isFrame(int marker) {
    boolean other = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
    return marker >= 0xC0 && marker <= 0xCF && !other;
  }

  /// The density in a JFIF header; none where it gives but the shape of a pixel.
  static Optional<StatedResolution> jfif(byte[] data) {
    Optional<Segment> header = starting(data, JPEG_APP0, JFIF, 12);
    if (header.isEmpty()) {
      return Optional.empty();
    }
    int at = header.get().from();
    double inches =
        switch (data[at + 7]) {
          case 1 -> 1;
          case 2 -> StatedResolution.CM_PER_INCH;
          default -> 0;
        };
    return StatedResolution.stated(inches * two(data, at + 8), inches * two(data, at + 10), "JFIF");
  }

  /// The tags that a camera or an editor left.
  static Optional<TiffTags> exif(byte[] data) {
    return starting(data, JPEG_APP1, EXIF, EXIF.length)
        .map(block -> {
          int from = block.from() + EXIF.length;
          return TiffTags.of(Arrays.copyOf(data, block.from() + block.length()), from);
        });
  }

  private static Optional<Segment> starting(byte[] data, int marker, byte[] name, int bytesMin) {
    return ofJpeg(data).stream()
        .filter(segment -> segment.marker() == marker && segment.length() >= bytesMin)
        .filter(segment ->
            Arrays.equals(data, segment.from(), segment.from() + name.length, name, 0, name.length))
        .findFirst();
  }

  private static int two(byte[] data, int at) {
    return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
