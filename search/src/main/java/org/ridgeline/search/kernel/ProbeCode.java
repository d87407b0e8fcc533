package org.ridgeline.search.kernel;

import java.util.Arrays;

/// What a scan compares with: for each finger of the probe, the signs of its signature, and which
/// of its dimensions are far from 0.
///
/// The distance to an encounter counts each dimension whose sign differs once, and once more where
/// the probe is far from 0 there: a strong dimension that turned is more telling than a weak one. A
/// finger the encounter does not have counts as much as one of a stranger does on average.
public final class ProbeCode {
  private static final int DIMENSIONS = CodeLayout.DIMENSIONS;

  private final int[] fingers;
  private final long[] signs;
  private final long[] strong;
  private final int[] corrections = new int[1 << CodeLayout.FINGERS];
  private final int neutral;

  /// The code of signatures by finger position code less 1; null where the probe has no finger.
  /// - **Error** none at all: IllegalArgumentException
  public ProbeCode(byte[][] signatures) {
    int count = (int) Arrays.stream(signatures).filter(s -> s != null).count();
    if (count == 0) {
      throw new IllegalArgumentException("fingers=0 limit=1.." + CodeLayout.FINGERS);
    }
    fingers = new int[count];
    signs = new long[count * CodeLayout.WORDS];
    strong = new long[count * CodeLayout.WORDS];
    int filled = 0;
    for (int finger = 0; finger < signatures.length; finger++) {
      if (signatures[finger] != null) {
        fingers[filled] = finger;
        encode(signatures[finger], filled++);
      }
    }
    neutral = (count * DIMENSIONS + bits(strong)) / 2;
    fillCorrections();
  }

  private void encode(byte[] signature, int at) {
    int[] sizes = new int[DIMENSIONS];
    for (int d = 0; d < DIMENSIONS; d++) {
      sizes[d] = Math.abs(signature[d]);
    }
    Arrays.sort(sizes);
    int middle = Math.max(1, sizes[DIMENSIONS / 2]);
    for (int d = 0; d < DIMENSIONS; d++) {
      int word = at * CodeLayout.WORDS + d / Long.SIZE;
      if (signature[d] > 0) {
        signs[word] |= 1L << d;
      }
      if (Math.abs(signature[d]) >= middle) {
        strong[word] |= 1L << d;
      }
    }
  }

  /// A missing finger's code is all zeros: what that counted is replaced by the average.
  private void fillCorrections() {
    int[] missing = new int[CodeLayout.FINGERS];
    for (int i = 0; i < fingers.length; i++) {
      int counted = 0;
      int weight = DIMENSIONS;
      for (int w = i * CodeLayout.WORDS; w < (i + 1) * CodeLayout.WORDS; w++) {
        counted += Long.bitCount(signs[w]) + Long.bitCount(signs[w] & strong[w]);
        weight += Long.bitCount(strong[w]);
      }
      missing[fingers[i]] = weight / 2 - counted;
    }
    for (int mask = 0; mask < corrections.length; mask++) {
      for (int finger = 0; finger < CodeLayout.FINGERS; finger++) {
        if ((mask & 1 << finger) == 0) {
          corrections[mask] += missing[finger];
        }
      }
    }
  }

  private static int bits(long[] words) {
    return Arrays.stream(words).mapToInt(Long::bitCount).sum();
  }

  /// How many fingers the probe has.
  public int count() {
    return fingers.length;
  }

  /// The finger, position code less 1, of an index below [#count()].
  int finger(int index) {
    return fingers[index];
  }

  /// A word of the signs of the finger of an index.
  long signs(int index, int word) {
    return signs[index * CodeLayout.WORDS + word];
  }

  /// A word of the strong dimensions of the finger of an index.
  long strong(int index, int word) {
    return strong[index * CodeLayout.WORDS + word];
  }

  /// What to add to the distance of an encounter that has only the fingers of a mask.
  int correction(int mask) {
    return corrections[mask & CodeLayout.ALL_FINGERS];
  }

  /// The distance of a stranger on average: a mate's lies below.
  public int neutral() {
    return neutral;
  }
}
