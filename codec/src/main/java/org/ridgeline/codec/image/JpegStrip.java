package org.ridgeline.codec.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageReader;
import org.ridgeline.vocabulary.Finding;

/// One strip or tile of a TIFF that is a JPEG, decoded for its damage alone: the TIFF's reader
/// keeps to itself what the JPEG's warns of.
/// - **Source** TIFF technical note 2 (JPEG compression, tag 347)
final class JpegStrip {
  private static final int MARKER_BYTES = 2;
  private static final int BLOCK_PX = 16;

  private JpegStrip() {}

  /// - **Error** a strip that is not whole, or of other rows than it should have: [ImageRefusal]
  static void check(byte[] tables, byte[] strip, long width, long rows) throws ImageRefusal {
    byte[] jpeg = joined(tables, strip);
    List<Finding> odd = new ArrayList<>();
    byte[] whole = JpegScans.whole(jpeg, odd);
    if (!odd.isEmpty()) {
      throw ImageRefusal.unreadable(-1, "a strip with an end of image (FFD9)", "none");
    }
    ImageReader reader =
        LibraryReaders.reader("JPEG", LibraryReaders.JDK)
            .orElseThrow(() -> ImageRefusal.unreadable(-1, "a reader of JPEG", "none"));
    LibraryWarnings warnings = new LibraryWarnings();
    try (ByteImageStream stream = new ByteImageStream(whole)) {
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(stream, true, true);
      size(reader, width, rows);
      reader.readRaster(0, null);
      warnings.findings();
    } catch (IOException | RuntimeException broken) {
      throw ImageRefusal.unreadable(-1, "a strip of JPEG that is whole", "a broken one");
    } finally {
      LibraryReaders.dispose(reader);
    }
  }

  /// Asked before pixels are decoded: a strip is no larger than its place, but for whole blocks.
  private static void size(ImageReader reader, long width, long rows)
      throws IOException, ImageRefusal {
    int itsWidth = reader.getWidth(0);
    int itsRows = reader.getHeight(0);
    boolean fits = itsWidth >= width && itsWidth < width + BLOCK_PX;
    if (!fits || itsRows < rows || itsRows >= rows + BLOCK_PX) {
      throw ImageRefusal.unreadable(
          -1, "a strip of " + width + "x" + rows, itsWidth + "x" + itsRows);
    }
  }

  /// The tables that all strips share, without their end, before the strip, without its start.
  private static byte[] joined(byte[] tables, byte[] strip) {
    if (tables.length <= 2 * MARKER_BYTES || strip.length <= MARKER_BYTES) {
      return strip;
    }
    int head = tables.length - MARKER_BYTES;
    byte[] out = Arrays.copyOf(tables, head + strip.length - MARKER_BYTES);
    System.arraycopy(strip, MARKER_BYTES, out, head, strip.length - MARKER_BYTES);
    return out;
  }
}
