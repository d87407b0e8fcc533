package org.ridgeline.node.trace;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Looks for many short pieces at once in bytes of any length: 1 GB takes seconds, and memory does
/// not grow with it. May be used by many threads.
public final class ByteSearch {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int BITS = 22;
  private static final int BUFFER_BYTES = 1 << 20;

  private final Map<Integer, List<Window>> byBeginning = new HashMap<>();
  private final long[] beginnings = new long[1 << BITS - 6];
  private final List<String> traces;

  ByteSearch(List<Window> windows) {
    this(windows, windows);
  }

  /// - **Shape** `asTheyAre` pieces that name what is looked for; `windows` all there are
  ByteSearch(List<Window> asTheyAre, List<Window> windows) {
    for (Window window : windows) {
      int first = (int) INTS.get(window.bytes(), 0);
      int bit = bit(first);
      beginnings[bit >>> 6] |= 1L << bit;
      byBeginning.computeIfAbsent(first, _ -> new ArrayList<>()).add(window);
    }
    traces = List.copyOf(new TreeSet<>(asTheyAre.stream().map(Window::trace).toList()));
  }

  /// What is looked for, by the names of the traces that have pieces to look for.
  public List<String> traces() {
    return traces;
  }

  /// How many different pieces of a trace were found in one place, and where the first begins.
  public record Hit(String trace, int pieces, long at) {}

  /// What of the traces is in some bytes.
  public List<Hit> in(byte[] bytes) {
    Hits hits = new Hits();
    scan(bytes, 0, bytes.length, bytes.length, hits);
    return hits.list();
  }

  /// What of the traces a stream has; and how many bytes it had.
  public Read in(InputStream stream) throws IOException {
    Hits hits = new Hits();
    byte[] buffer = new byte[BUFFER_BYTES + Window.BYTES_MAX];
    long before = 0;
    int kept = 0;
    while (true) {
      int read = stream.readNBytes(buffer, kept, BUFFER_BYTES);
      int filled = kept + read;
      boolean isEnd = read < BUFFER_BYTES;
      // What begins in the last bytes is looked at again with those that follow.
      int until = isEnd ? filled : filled - Window.BYTES_MAX;
      hits.before = before;
      scan(buffer, 0, until, filled, hits);
      if (isEnd) {
        return new Read(before + filled, hits.list());
      }
      System.arraycopy(buffer, until, buffer, 0, Window.BYTES_MAX);
      before += until;
      kept = Window.BYTES_MAX;
    }
  }

  /// What a stream had.
  public record Read(long bytes, List<Hit> hits) {}

  /// Tells of every piece in some bytes.
  void each(byte[] bytes, Consumer<Window> found) {
    scan(bytes, 0, bytes.length, bytes.length, (window, _) -> found.accept(window));
  }

  private interface Sink {
    void found(Window window, int at);
  }

  private static final class Hits implements Sink {
    private final Map<String, Set<Window>> pieces = new LinkedHashMap<>();
    private final Map<String, Long> first = new HashMap<>();
    private long before;

    @Override
    public void found(Window window, int at) {
      pieces
          .computeIfAbsent(window.trace(), _ -> Collections.newSetFromMap(new IdentityHashMap<>()))
          .add(window);
      first.putIfAbsent(window.trace(), before + at);
    }

    List<Hit> list() {
      List<Hit> hits = new ArrayList<>();
      pieces.forEach((trace, found) -> {
        if (found.size() >= found.iterator().next().together()) {
          hits.add(new Hit(trace, found.size(), first.get(trace)));
        }
      });
      return hits;
    }
  }

  /// Pieces that begin from `from` to before `until`, and end before `end`.
  private void scan(byte[] bytes, int from, int until, int end, Sink sink) {
    int last = Math.min(until, end - Window.BYTES_MIN + 1);
    for (int at = from; at < last; at++) {
      int first = (int) INTS.get(bytes, at);
      int bit = bit(first);
      if ((beginnings[bit >>> 6] & 1L << bit) != 0) {
        look(bytes, at, end, first, sink);
      }
    }
  }

  private void look(byte[] bytes, int at, int end, int first, Sink sink) {
    for (Window window : byBeginning.getOrDefault(first, List.of())) {
      byte[] wanted = window.bytes();
      if (at + wanted.length <= end
          && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        sink.found(window, at);
      }
    }
  }

  private static int bit(int first) {
    return first * 0x9E37_79B1 >>> Integer.SIZE - BITS;
  }
}
