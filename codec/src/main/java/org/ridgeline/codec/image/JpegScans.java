package org.ridgeline.codec.image;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.vocabulary.Finding;

/// Whether a JPEG holds all of its picture, and an end.
///
/// A file that stops amid the coded data is damaged, and its library says so. One that stops
/// between two passes over the picture looks whole, and is coarse: hence the count of what each
/// scan brings. One that lacks its last two bytes alone is whole.
/// - **Source** ISO/IEC 10918-1 B.2.3 (scan header), G.1.1 (progressive scans)
final class JpegScans {
  private static final int COEFFICIENTS = 64;
  private static final int SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final int MISSING = 16;

  private final byte[] data;

  /// Bits of each coefficient that are yet to come, by component; 16 before its first.
  private final Map<Integer, int[]> coarseness = new HashMap<>();

  private boolean ended;
  private boolean isOutOfOrder;
  private int at = 2;

  private JpegScans(byte[] data) {
    this.data = data;
  }

  /// The data with an end; a finding where they had none.
  /// - **Error** a picture of which a pass is missing: [ImageRefusal]
  static byte[] whole(byte[] data, List<Finding> findings) throws ImageRefusal {
    JpegScans scans = new JpegScans(data);
    scans.walk();
    scans.check();
    if (scans.ended) {
      return data;
    }
    findings.add(
        ImageRefusal.warning(data.length, "an end of image (FFD9)", "the end of the data"));
    byte[] closed = Arrays.copyOf(data, data.length + 2);
    closed[data.length] = (byte) 0xFF;
    closed[data.length + 1] = (byte) END;
    return closed;
  }

  private void walk() {
    while (at + 2 <= data.length && !ended) {
      int marker = data[at + 1] & 0xFF;
      if ((data[at] & 0xFF) != 0xFF || marker == 0xFF) {
        at++;
      } else if (marker == END) {
        ended = true;
      } else if (isAlone(marker)) {
        at += 2;
      } else {
        segment(marker);
      }
    }
  }

  /// Within coded data FF is followed by 00; restarts have no length.
  private static boolean isAlone(int marker) {
    return marker <= 1 || marker >= 0xD0 && marker <= 0xD8;
  }

  private void segment(int marker) {
    if (at + 4 > data.length) {
      at = data.length;
      return;
    }
    int length = (data[at + 2] & 0xFF) << 8 | data[at + 3] & 0xFF;
    if (at + 2 + length <= data.length && MarkerSegments.isFrame(marker)) {
      frame(at + 4, length - 2);
    } else if (at + 2 + length <= data.length && marker == SCAN) {
      scan(at + 4, length - 2);
    }
    at += 2 + Math.max(length, 2);
  }

  private void frame(int from, int length) {
    int components = length >= 6 ? data[from + 5] & 0xFF : 0;
    for (int i = 0; i < components && 6 + 3 * i < length; i++) {
      int[] bits = new int[COEFFICIENTS];
      Arrays.fill(bits, MISSING);
      coarseness.putIfAbsent(data[from + 6 + 3 * i] & 0xFF, bits);
    }
  }

  private void scan(int from, int length) {
    int components = length >= 1 ? data[from] & 0xFF : 0;
    int tail = from + 1 + 2 * components;
    if (length < 4 + 2 * components) {
      return;
    }
    int first = data[tail] & 0xFF;
    int high = (data[tail + 2] & 0xFF) >> 4;
    int last = Math.min(data[tail + 1] & 0xFF, COEFFICIENTS - 1);
    int low = data[tail + 2] & 0xF;
    for (int i = 0; i < components; i++) {
      int[] bits = coarseness.get(data[from + 1 + 2 * i] & 0xFF);
      for (int k = first; bits != null && k <= last; k++) {
        // A refinement goes on where the scan before it ended.
        isOutOfOrder |= high > 0 && bits[k] > high;
        bits[k] = low;
      }
    }
  }

  private void check() throws ImageRefusal {
    int coarse = 0;
    for (int[] bits : coarseness.values()) {
      for (int left : bits) {
        coarse += left > 0 ? 1 : 0;
      }
    }
    if (isOutOfOrder) {
      throw ImageRefusal.unreadable(
          data.length, "scans that each go on where the one before ended", "one is missing");
    }
    if (coarse > 0) {
      throw ImageRefusal.unreadable(
          data.length,
          "all scans of the picture",
          "the end before " + coarse + " coefficients were whole");
    }
  }
}
