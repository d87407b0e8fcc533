package org.ridgeline.node.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cuts traces into pieces short enough to lie in one part of whatever a database cuts rows into.
///
/// PostgreSQL keeps long values in chunks of 1,996 bytes; a piece every [#STRIDE_BYTES] lies whole
/// in each of them. Pieces of few different values (white paper) and pieces that stand in more than
/// one place of the traces (tables of an image format) are left out: they would be found with
/// anybody.
public final class Traces {
  private static final int STRIDE_BYTES = 256;
  private static final int BYTES = 24;
  private static final int STEP_BYTES = 4;

  private Traces() {}

  /// A search for pieces of traces, as they are and as texts write bytes, and for texts.
  /// - **Error** a text of less than 4 or more than 64 bytes: IllegalArgumentException
  public static ByteSearch search(List<Trace> traces, List<String> texts) {
    List<Window> windows = pieces(traces);
    List<Window> all = new ArrayList<>(windows);
    windows.forEach(window -> all.addAll(window.written()));
    for (String text : texts) {
      Window whole = new Window("\"" + text + "\"", text.getBytes(StandardCharsets.UTF_8), 1);
      windows.add(whole);
      all.add(whole);
    }
    return new ByteSearch(windows, all);
  }

  private static List<Window> pieces(List<Trace> traces) {
    List<Window> windows = new ArrayList<>();
    traces.forEach(trace -> cut(trace, windows));
    Map<ByteBuffer, Integer> places = new HashMap<>();
    traces.forEach(trace -> count(trace, windows, places));
    windows.removeIf(window -> places.get(ByteBuffer.wrap(window.bytes())) > 1);
    return windows;
  }

  private static void cut(Trace trace, List<Window> into) {
    byte[] bytes = trace.bytes();
    for (int from = trace.kind().headBytes(); from + BYTES <= bytes.length; from += STRIDE_BYTES) {
      int best = -1;
      int most = trace.kind().distinctMin() - 1;
      int until = Math.min(from + STRIDE_BYTES, bytes.length - BYTES + 1);
      for (int at = from; at < until; at += STEP_BYTES) {
        int distinct = distinct(bytes, at);
        if (distinct > most && !repeats(bytes, at)) {
          most = distinct;
          best = at;
        }
      }
      if (best >= 0) {
        into.add(
            new Window(
                trace.name(),
                Arrays.copyOfRange(bytes, best, best + BYTES),
                trace.kind().together()));
      }
    }
  }

  private static int distinct(byte[] bytes, int at) {
    long[] seen = new long[4];
    for (int i = at; i < at + BYTES; i++) {
      seen[bytes[i] >> 6 & 3] |= 1L << bytes[i];
    }
    int distinct = 0;
    for (long part : seen) {
      distinct += Long.bitCount(part);
    }
    return distinct;
  }

  /// Whether some four bytes stand twice in a piece: compressed paper is a pattern that repeats.
  private static boolean repeats(byte[] bytes, int at) {
    for (int one = at; one < at + BYTES - 4; one++) {
      for (int other = one + 1; other <= at + BYTES - 4; other++) {
        if (Arrays.equals(bytes, one, one + 4, bytes, other, other + 4)) {
          return true;
        }
      }
    }
    return false;
  }

  /// In how many places of a trace each piece stands.
  private static void count(Trace trace, List<Window> windows, Map<ByteBuffer, Integer> places) {
    ByteSearch search = new ByteSearch(windows.stream().distinct().toList());
    search.each(
        trace.bytes(), window -> places.merge(ByteBuffer.wrap(window.bytes()), 1, Integer::sum));
  }
}
