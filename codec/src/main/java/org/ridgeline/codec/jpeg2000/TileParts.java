package org.ridgeline.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the code stream has of one tile: its parameters, and where its data lie.
/// - **Shape** part `i` has the bytes of the file from `start(i)` up to, and without, `end(i)`
final class TileParts {
  private static final int[] NONE = {};

  private final Parameters parameters;
  private int[] places = NONE;
  private int count;
  private int bytes;
  private @Nullable ByteArrayOutputStream packedHeaders;

  TileParts(Parameters parameters) {
    this.parameters = parameters;
  }

  Parameters parameters() {
    return parameters;
  }

  void add(int start, int end) {
    if (2 * count == places.length) {
      places = Arrays.copyOf(places, Math.max(2, 4 * count));
    }
    places[2 * count] = start;
    places[2 * count + 1] = end;
    count++;
    bytes += end - start;
  }

  int count() {
    return count;
  }

  int start(int part) {
    return places[2 * part];
  }

  int end(int part) {
    return places[2 * part + 1];
  }

  void addPackedHeaders(byte[] data, int from, int to) {
    ByteArrayOutputStream packed = packedHeaders;
    if (packed == null) {
      packed = new ByteArrayOutputStream();
      packedHeaders = packed;
    }
    packed.write(data, from, to - from);
  }

  /// All packet headers, where they do not stand before the packets' data.
  byte @Nullable [] packedHeaders() {
    ByteArrayOutputStream packed = packedHeaders;
    return packed == null ? null : packed.toByteArray();
  }

  /// Most packets there can be: the header of each is a byte at least.
  long packetsMax() {
    ByteArrayOutputStream packed = packedHeaders;
    return packed == null ? bytes : packed.size();
  }
}
