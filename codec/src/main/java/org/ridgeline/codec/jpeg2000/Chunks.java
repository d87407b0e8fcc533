package org.ridgeline.codec.jpeg2000;

import java.util.Arrays;

/// What packets brought of code blocks: each chunk is some passes' bytes of the file.
/// - **Shape** chunks of a code block are chained; number 0 is none
final class Chunks {
  private static final int FIELDS = 4;
  private static final int NEXT = 0;
  private static final int FROM = 1;
  private static final int LENGTH = 2;
  private static final int PASSES = 3;
  private static final int FIRST_CAPACITY = 256;

  private int[] fields = new int[FIRST_CAPACITY * FIELDS];
  private int count = 1;

  void clear() {
    count = 1;
  }

  int count() {
    return count;
  }

  /// Puts a chunk at the end of a code block's chain; its bytes follow.
  int add(Subband band, int block, int passes, int length) throws Jpeg2000Refusal {
    if (count > Jpeg2000Limits.CHUNKS_MAX) {
      throw Jpeg2000Refusal.unsupported(
          -1, "at most " + Jpeg2000Limits.CHUNKS_MAX + " chunks of code blocks", "more");
    }
    if ((count + 1) * FIELDS > fields.length) {
      fields = Arrays.copyOf(fields, 2 * fields.length);
    }
    int chunk = count++;
    int at = chunk * FIELDS;
    fields[at + NEXT] = 0;
    fields[at + LENGTH] = length;
    fields[at + PASSES] = passes;
    if (band.first[block] == 0) {
      band.first[block] = chunk;
    } else {
      fields[band.last[block] * FIELDS + NEXT] = chunk;
    }
    band.last[block] = chunk;
    return chunk;
  }

  void place(int chunk, int from) {
    fields[chunk * FIELDS + FROM] = from;
  }

  int next(int chunk) {
    return fields[chunk * FIELDS + NEXT];
  }

  int from(int chunk) {
    return fields[chunk * FIELDS + FROM];
  }

  int length(int chunk) {
    return fields[chunk * FIELDS + LENGTH];
  }

  int passes(int chunk) {
    return fields[chunk * FIELDS + PASSES];
  }
}
