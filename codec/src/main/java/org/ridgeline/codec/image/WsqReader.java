package org.ridgeline.codec.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// Reads a WSQ file's segments in whatever order they stand, down to the bin indices.
///
/// Tables may be stated again before a later block. Where the blocks part is not held against the
/// subbands; their samples together must be all there are.
/// - **Limit** [ImageLimits]
/// - **Source** IAFIS-IC-0110 section 4 (syntax), tables 3 to 8
final class WsqReader {
  private static final int HUFFMAN_IDS = 8;
  private static final int FRAME_BYTES = 17;

  private final byte[] data;
  private final List<String> comments = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final int pixelsMax;
  private final @Nullable WsqHuffman[] tables = new @Nullable WsqHuffman[HUFFMAN_IDS];
  private int tablesRead;
  private @Nullable WsqFrame frame;
  private @Nullable WsqFilters filters;
  private @Nullable WsqQuantisation quantisation;
  private @Nullable WsqBins bins;
  private int at;

  private WsqReader(byte[] data, int pixelsMax) {
    this.data = data;
    this.pixelsMax = pixelsMax;
  }

  static WsqFile read(byte[] data) throws ImageRefusal {
    return read(data, GrayImage.PIXELS_MAX);
  }

  static WsqFile read(byte[] data, int pixelsMax) throws ImageRefusal {
    return new WsqReader(data, pixelsMax).file();
  }

  private WsqFile file() throws ImageRefusal {
    if (data.length < 2 || marker() != WsqMarker.START_OF_IMAGE) {
      throw ImageRefusal.unreadable(0, "a WSQ start of image (FFA0)", "other bytes");
    }
    while (true) {
      if (data.length - at < 2) {
        warn("an end of image (FFA1)", "the end of the data");
        break;
      }
      int place = at;
      int marker = marker();
      if (marker == WsqMarker.END_OF_IMAGE) {
        break;
      }
      segment(marker, place);
    }
    WsqBins read = demand(bins, "a block of coded data (FFA3)");
    if (read.count() < read.indices().length) {
      throw ImageRefusal.unreadable(
          at, read.indices().length + " samples in all blocks", read.count() + " before the end");
    }
    return new WsqFile(
        demand(frame, "a frame header (FFA2)"),
        demand(filters, "a transform table (FFA4)"),
        demand(quantisation, "a quantisation table (FFA5)"),
        read.indices(),
        List.copyOf(comments),
        List.copyOf(findings));
  }

  private void segment(int marker, int place) throws ImageRefusal {
    int length = need(2) ? uint16() : 0;
    int end = at - 2 + length;
    if (length < 2 || end > data.length) {
      throw new ImageRefusal(
          FindingCode.IMAGE_UNREADABLE,
          place,
          "a segment within " + data.length + " bytes",
          String.format("%04X of %d bytes", marker, length));
    }
    switch (marker) {
      case WsqMarker.TRANSFORM_TABLE -> filters = transform(end);
      case WsqMarker.QUANTISATION_TABLE -> quantisation = quantisation(end);
      case WsqMarker.HUFFMAN_TABLE -> huffman(end);
      case WsqMarker.START_OF_FRAME -> frame = frame(end, place);
      case WsqMarker.START_OF_BLOCK -> end = block(end);
      case WsqMarker.COMMENT -> comment(end);
      case WsqMarker.RESTART_INTERVAL ->
          throw new ImageRefusal(
              FindingCode.IMAGE_UNSUPPORTED, place, "WSQ without restarts", "FFA7");
      default ->
          throw ImageRefusal.unreadable(
              place, "a WSQ marker (FFA1..FFA8)", String.format("%04X", marker));
    }
    at = end;
  }

  private WsqFrame frame(int end, int place) throws ImageRefusal {
    if (end - at != FRAME_BYTES - 2 || frame != null) {
      throw ImageRefusal.unreadable(place, "one frame header of 17 bytes", "another");
    }
    int black = uint8();
    int white = uint8();
    int height = uint16();
    int width = uint16();
    if (!ImageLimits.isAllowed(width, height, data.length, ImageLimits.WSQ_PIXELS_PER_BYTE_MAX)) {
      throw ImageRefusal.tooLarge(place, width, height, data.length);
    }
    ImageLimits.checkNeeded(place, width, height, pixelsMax);
    return new WsqFrame(black, white, height, width, number(), number(), uint8(), uint16());
  }

  private WsqFilters transform(int end) throws ImageRefusal {
    int place = at;
    if (end - at < 2) {
      throw ImageRefusal.unreadable(place, "two filter lengths", "none");
    }
    int low = uint8();
    int high = uint8();
    if (low < 2 || high < 2 || low % 2 != high % 2 || Math.max(low, high) > taps()) {
      throw new ImageRefusal(
          FindingCode.IMAGE_UNSUPPORTED,
          place,
          "filters of 2.." + taps() + " taps, both odd or both even",
          low + " and " + high);
    }
    int lowHalf = (low + 1) / 2;
    int highHalf = (high + 1) / 2;
    if (end - at != 6 * (lowHalf + highHalf)) {
      throw ImageRefusal.unreadable(
          place, (lowHalf + highHalf) + " filter taps", (end - at) + " bytes");
    }
    return WsqFilters.ofHalves(low, halfFilter(lowHalf), high, halfFilter(highHalf));
  }

  private static int taps() {
    return ImageLimits.WSQ_TAPS_MAX;
  }

  private double[] halfFilter(int count) {
    double[] taps = new double[count];
    for (int i = 0; i < count; i++) {
      boolean negative = uint8() != 0;
      int scale = uint8();
      double tap = new WsqNumber(scale, (long) uint16() << 16 | uint16()).toDouble();
      taps[i] = negative ? -tap : tap;
    }
    return taps;
  }

  private WsqQuantisation quantisation(int end) throws ImageRefusal {
    if (bins != null) {
      throw ImageRefusal.unreadable(at, "one quantisation table before the blocks", "another");
    }
    if (end - at != 3 + 6 * WsqQuantisation.STEPS) {
      throw ImageRefusal.unreadable(at, "a quantisation table of 389 bytes", (end - at + 2) + "");
    }
    WsqNumber centre = number();
    List<WsqQuantisation.Step> steps = new ArrayList<>();
    for (int i = 0; i < WsqQuantisation.STEPS; i++) {
      steps.add(new WsqQuantisation.Step(number(), number()));
    }
    return new WsqQuantisation(centre, steps);
  }

  private void huffman(int end) throws ImageRefusal {
    while (at < end) {
      int place = at;
      if (end - at < 1 + WsqHuffman.LENGTHS || ++tablesRead > ImageLimits.WSQ_HUFFMAN_TABLES_MAX) {
        throw ImageRefusal.unreadable(place, "up to 16 whole Huffman tables", "more, or a part");
      }
      int id = uint8();
      int[] counts = new int[WsqHuffman.LENGTHS];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = uint8();
      }
      int symbols = Arrays.stream(counts).sum();
      if (id >= HUFFMAN_IDS || symbols > WsqHuffman.SYMBOLS_MAX || symbols > end - at) {
        throw ImageRefusal.unreadable(
            place, "table 0..7 with 0..256 symbols", id + " with " + symbols);
      }
      byte[] values = Arrays.copyOfRange(data, at, at + symbols);
      at += symbols;
      tables[id] =
          WsqHuffman.of(counts, values)
              .orElseThrow(
                  () -> ImageRefusal.unreadable(place, "a code that can be decoded", "another"));
    }
  }

  private int block(int end) throws ImageRefusal {
    WsqFrame known = demand(frame, "a frame header before the first block");
    WsqQuantisation steps = demand(quantisation, "a quantisation table before the first block");
    demand(filters, "a transform table before the first block");
    int id = end > at ? uint8() : -1;
    if (id < 0 || id >= HUFFMAN_IDS) {
      throw ImageRefusal.unreadable(at, "Huffman table 0..7", Integer.toString(id));
    }
    WsqHuffman table = demand(tables[id], "Huffman table " + id + " before its block");
    WsqBins into = bins;
    if (into == null) {
      WsqSubbands subbands = WsqSubbands.of(known.widthPx(), known.heightPx());
      into = new WsqBins(steps.blockEnds(subbands));
      bins = into;
    }
    return into.read(data, end, table);
  }

  private void comment(int end) {
    if (comments.size() < ImageLimits.WSQ_COMMENTS_MAX) {
      comments.add(new String(data, at, end - at, StandardCharsets.ISO_8859_1));
    }
  }

  private <T> T demand(@Nullable T value, String what) throws ImageRefusal {
    if (value == null) {
      throw ImageRefusal.unreadable(at, what, "none");
    }
    return value;
  }

  private void warn(String expected, String found) {
    findings.add(ImageRefusal.warning(at, expected, found));
  }

  private boolean need(int bytes) {
    return data.length - at >= bytes;
  }

  private int marker() {
    return uint16();
  }

  private WsqNumber number() {
    int scale = uint8();
    return new WsqNumber(scale, uint16());
  }

  private int uint8() {
    return data[at++] & 0xFF;
  }

  private int uint16() {
    return uint8() << 8 | uint8();
  }
}
