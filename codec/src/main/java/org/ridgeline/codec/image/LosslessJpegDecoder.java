package org.ridgeline.codec.image;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Reads lossless JPEG (SOF3) of one component, strictly: what is missing of it is an error and not
/// a grey area.
///
/// Bits end where a marker begins, restarts come in their order, every sample is there and nothing
/// is left over. An end marker that alone is missing is a warning.
/// - **Limit** [ImageLimits], asked before memory is taken; time and memory linear in the pixels
/// - **Source** ISO/IEC 10918-1 annex H (lossless mode), annex C (Huffman tables), F.2.2 (decoding)
final class LosslessJpegDecoder {
  private static final int START_OF_FRAME = 0xC3;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int START_OF_SCAN = 0xDA;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int TABLES = 4;
  private static final int BITS_MIN = 2;
  private static final int BITS_MAX = 16;

  private final byte[] data;
  private final int pixelsMax;
  private final LosslessJpegTable[] tables = new LosslessJpegTable[TABLES];
  private final List<Finding> findings = new ArrayList<>();
  private int bits;
  private int height;
  private int width;
  private int restartInterval;

  private LosslessJpegDecoder(byte[] data, int pixelsMax) {
    this.data = data;
    this.pixelsMax = pixelsMax;
  }

  static DecodedPixels pixels(byte[] data, int pixelsMax) throws ImageRefusal {
    return new LosslessJpegDecoder(data, pixelsMax).decode();
  }

  private DecodedPixels decode() throws ImageRefusal {
    for (MarkerSegments.Segment segment : MarkerSegments.ofJpeg(data)) {
      switch (segment.marker()) {
        case HUFFMAN_TABLES -> tables(segment);
        case START_OF_FRAME -> frame(segment);
        case RESTART_INTERVAL -> restartInterval = two(segment, 0);
        case START_OF_SCAN -> {
          return upright(scan(segment));
        }
        default -> {}
      }
    }
    throw ImageRefusal.unreadable(-1, "a start of scan (FFDA)", "none");
  }

  private DecodedPixels upright(byte[] pixels) {
    if (bits != 8) {
      findings.add(
          Finding.of(
              Severity.WARNING, FindingCode.IMAGE_CONVERTED, "8-bit grey", bits + "-bit grey"));
    }
    return new DecodedPixels(
        width,
        height,
        pixels,
        ResolutionReader.read(ImageFormat.JPEG_LOSSLESS, data),
        Orientation.stated(ImageFormat.JPEG_LOSSLESS, data),
        findings);
  }

  private void tables(MarkerSegments.Segment segment) throws ImageRefusal {
    int at = segment.from();
    int end = at + segment.length();
    while (at < end) {
      int number = data[at] & 0xF;
      if (number >= TABLES) {
        throw ImageRefusal.unreadable(at, "Huffman tables 0..3", String.valueOf(number));
      }
      LosslessJpegTable table = LosslessJpegTable.read(data, at + 1, end);
      tables[number] = table;
      at += 1 + table.bytes();
    }
  }

  private void frame(MarkerSegments.Segment segment) throws ImageRefusal {
    need(segment, 9);
    bits = data[segment.from()] & 0xFF;
    height = two(segment, 1);
    width = two(segment, 3);
    int components = data[segment.from() + 5] & 0xFF;
    if (components != 1 || bits < BITS_MIN || bits > BITS_MAX) {
      throw new ImageRefusal(
          FindingCode.IMAGE_UNSUPPORTED,
          segment.from(),
          "one component of 2..16 bits",
          components + " of " + bits + " bits");
    }
    int most = ImageLimits.PIXELS_PER_BYTE_MAX;
    if (!ImageLimits.isAllowed(width, height, data.length, most)) {
      throw ImageRefusal.tooLarge(segment.from(), width, height, data.length);
    }
    ImageLimits.checkNeeded(segment.from(), width, height, pixelsMax);
  }

  private byte[] scan(MarkerSegments.Segment segment) throws ImageRefusal {
    need(segment, 6);
    int number = (data[segment.from() + 2] & 0xFF) >> 4;
    int predictor = data[segment.from() + 3] & 0xFF;
    int shift = data[segment.from() + 5] & 0xF;
    if (bits == 0) {
      throw ImageRefusal.unreadable(segment.from(), "a frame (FFC3) before the scan", "none");
    }
    if (number >= TABLES || tables[number] == null) {
      throw ImageRefusal.unreadable(segment.from(), "Huffman table " + number, "none");
    }
    if (predictor < 1 || predictor > 7 || shift >= bits) {
      throw ImageRefusal.unreadable(
          segment.from(), "predictor 1..7, shift under " + bits, predictor + ", " + shift);
    }
    LosslessJpegScan scan =
        new LosslessJpegScan(data, segment.from() + segment.length(), tables[number]);
    byte[] pixels = samples(scan, predictor, shift);
    if (!scan.ends(END_OF_IMAGE)) {
      findings.add(
          ImageRefusal.warning(data.length, "an end of image (FFD9)", "the end of the data"));
    }
    return pixels;
  }

  /// Two rows at a time: a sample is predicted from those left, above, and left above.
  private byte[] samples(LosslessJpegScan scan, int predictor, int shift) throws ImageRefusal {
    int most = bits - shift;
    if (restartInterval % width != 0) {
      throw new ImageRefusal(
          FindingCode.IMAGE_UNSUPPORTED,
          -1,
          "restarts after whole rows of " + width,
          String.valueOf(restartInterval));
    }
    byte[] pixels = new byte[width * height];
    int[] above = new int[width];
    int[] row = new int[width];
    int rows = restartInterval / width;
    for (int y = 0; y < height; y++) {
      boolean restarted = rows > 0 && y > 0 && y % rows == 0;
      if (restarted) {
        scan.restart();
      }
      boolean first = y == 0 || restarted;
      for (int x = 0; x < width; x++) {
        int guess =
            x == 0
                ? first ? 1 << (most - 1) : above[0]
                : first ? row[x - 1] : predicted(predictor, row[x - 1], above[x], above[x - 1]);
        row[x] = guess + scan.difference() & 0xFFFF;
        pixels[y * width + x] = (byte) GreyPixels.eight(Math.min(row[x], (1 << most) - 1), most);
      }
      int[] spare = above;
      above = row;
      row = spare;
    }
    return pixels;
  }

  private static int predicted(int predictor, int left, int above, int corner) {
    return switch (predictor) {
      case 1 -> left;
      case 2 -> above;
      case 3 -> corner;
      case 4 -> left + above - corner;
      case 5 -> left + (above - corner >> 1);
      case 6 -> above + (left - corner >> 1);
      default -> left + above >> 1;
    };
  }

  private void need(MarkerSegments.Segment segment, int bytes) throws ImageRefusal {
    if (segment.length() < bytes) {
      throw ImageRefusal.unreadable(
          segment.from(), "a segment of " + bytes + " bytes", segment.length() + " bytes");
    }
  }

  private int two(MarkerSegments.Segment segment, int at) throws ImageRefusal {
    need(segment, at + 2);
    return (data[segment.from() + at] & 0xFF) << 8 | data[segment.from() + at + 1] & 0xFF;
  }
}
