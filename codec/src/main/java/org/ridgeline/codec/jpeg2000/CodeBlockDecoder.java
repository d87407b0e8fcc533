package org.ridgeline.codec.jpeg2000;

import java.util.Arrays;

/// Decodes the coding passes of one code block after another.
///
/// What is known of the samples lies in words, one for each column of a stripe of four rows: so a
/// glance tells whether a column has anything to do with a pass.
/// - **Memory** a word has, from the lowest bit: for the six rows from the one above the stripe to
///   the one below, and the columns left, here and right, whether a sample is significant (18
///   bits); for the four rows, whether it was visited in this bit plane (4) and refined before (4);
///   for the six rows of this column, whether it is negative (6). A ring of words surrounds the
///   block. Magnitudes lie column by column of a stripe, doubled, with half a step below the last
///   plane
/// - **Source** ISO/IEC 15444-1 annex D
final class CodeBlockDecoder {
  private static final int STRIPE = 4;
  private static final int SIGNIFICANT_ANY = 0x3FFFF;
  private static final int SIGNIFICANT_OWN = 0x2490;
  private static final int NEIGHBOURHOOD = 0x1FF;
  private static final int CENTRE = 0x10;
  private static final int VISITED = 1 << 18;
  private static final int VISITED_ANY = 0xF << 18;
  private static final int REFINED = 1 << 22;
  private static final int NEGATIVE_ABOVE = 26;
  private static final int NEGATIVE = 27;

  /// Most words of a block of 4096 samples, its ring included: 1024 x 4.
  private static final int WORDS_MAX = 1026 * 3;

  private static final int SAMPLES_MAX = 4096;

  private final byte[] data;
  private final Chunks chunks;
  private final MqDecoder mq = new MqDecoder(BlockContexts.COUNT);
  private final BareBits bare = new BareBits();
  private final byte[] signContexts = BlockContexts.signContexts();
  private final int[] words = new int[WORDS_MAX];
  private final int[] magnitudes = new int[SAMPLES_MAX];
  private byte[] significanceContexts = {};
  private byte[] joined = {};
  private int width;
  private int height;
  private int pitch;
  private boolean isCausal;

  CodeBlockDecoder(byte[] data, Chunks chunks) {
    this.data = data;
    this.chunks = chunks;
  }

  /// Decodes all passes there are.
  void decode(Subband band, int block, CodingStyle coding) {
    Area samples = band.samples(block);
    width = samples.width();
    height = samples.height();
    pitch = width + 2;
    int stripes = (height + STRIPE - 1) / STRIPE;
    Arrays.fill(words, 0, pitch * (stripes + 2), 0);
    Arrays.fill(magnitudes, 0, width * stripes * STRIPE, 0);
    significanceContexts = BlockContexts.significance(band);
    isCausal = coding.has(CodingStyle.VERTICALLY_CAUSAL);
    BlockContexts.reset(mq);
    int planes = band.bitPlanes - band.zeroPlanes[block];
    int chunk = band.first[block];
    int passes = band.passes[block];
    int pass = 0;
    while (pass < passes) {
      int end = Math.min(passes, CodewordSegments.end(coding, pass));
      boolean isBare = CodewordSegments.isBare(coding, pass);
      chunk = start(chunk, end - pass, isBare);
      for (; pass < end; pass++) {
        pass(pass, planes - 1 - (pass + 2) / 3, isBare);
        ended(pass, coding);
      }
    }
  }

  /// Begins a codeword segment of so many passes; gives the chunk behind it.
  private int start(int first, int passes, boolean isBare) {
    int chunk = first;
    int had = chunks.passes(chunk);
    byte[] from = data;
    int at = chunks.from(chunk);
    int end = at + chunks.length(chunk);
    chunk = chunks.next(chunk);
    if (had < passes) {
      from = joined;
      int length = 0;
      chunk = first;
      for (had = 0; had < passes; had += chunks.passes(chunk), chunk = chunks.next(chunk)) {
        from = append(chunk, length);
        length += chunks.length(chunk);
      }
      at = 0;
      end = length;
    }
    if (isBare) {
      bare.start(from, at, end);
    } else {
      mq.start(from, at, end);
    }
    return chunk;
  }

  private byte[] append(int chunk, int at) {
    int length = chunks.length(chunk);
    if (at + length > joined.length) {
      joined = Arrays.copyOf(joined, Math.max(at + length, 2 * joined.length));
    }
    System.arraycopy(data, chunks.from(chunk), joined, at, length);
    return joined;
  }

  private void pass(int pass, int plane, boolean isBare) {
    switch (pass % 3) {
      case 0 -> cleanup(plane);
      case 1 -> {
        if (isBare) {
          bareSignificance(plane);
        } else {
          significance(plane);
        }
      }
      default -> {
        if (isBare) {
          bareRefinement(plane);
        } else {
          refinement(plane);
        }
      }
    }
  }

  private void ended(int pass, CodingStyle coding) {
    if (CodewordSegments.isCleanup(pass) && coding.has(CodingStyle.SEGMENTATION_SYMBOLS)) {
      for (int i = 0; i < 4; i++) {
        mq.decode(BlockContexts.UNIFORM);
      }
    }
    if (coding.has(CodingStyle.RESET)) {
      BlockContexts.reset(mq);
    }
  }

  /// Samples that are not significant but have significant neighbours.
  ///
  /// Here and below, fields are taken into locals: they would be loaded anew after each decision.
  private void significance(int plane) {
    MqDecoder mq = this.mq;
    int[] words = this.words;
    byte[] contexts = significanceContexts;
    for (int y = 0; y < height; y += STRIPE) {
      int rows = Math.min(STRIPE, height - y);
      int at = (y / STRIPE + 1) * pitch + 1;
      for (int x = 0; x < width; x++, at++) {
        int word = words[at];
        if ((word & SIGNIFICANT_ANY) != 0) {
          for (int row = 0; row < rows; row++) {
            int around = word >>> 3 * row & NEIGHBOURHOOD;
            if (around != 0 && (around & CENTRE) == 0) {
              word |= VISITED << row;
              if (mq.decode(contexts[around]) == 1) {
                word = signify(at, word, row, sign(at, word, row));
                magnitudes[y * width + x * STRIPE + row] = 3 << plane;
              }
            }
          }
          words[at] = word;
        }
      }
    }
  }

  private void bareSignificance(int plane) {
    for (int y = 0; y < height; y += STRIPE) {
      int rows = Math.min(STRIPE, height - y);
      int at = (y / STRIPE + 1) * pitch + 1;
      for (int x = 0; x < width; x++, at++) {
        int word = words[at];
        if ((word & SIGNIFICANT_ANY) != 0) {
          for (int row = 0; row < rows; row++) {
            int around = word >>> 3 * row & NEIGHBOURHOOD;
            if (around != 0 && (around & CENTRE) == 0) {
              word |= VISITED << row;
              if (bare.bit() == 1) {
                word = signify(at, word, row, bare.bit());
                magnitudes[y * width + x * STRIPE + row] = 3 << plane;
              }
            }
          }
          words[at] = word;
        }
      }
    }
  }

  /// Samples that were significant before this plane: one bit more.
  private void refinement(int plane) {
    MqDecoder mq = this.mq;
    int[] words = this.words;
    int[] magnitudes = this.magnitudes;
    int half = 1 << plane;
    for (int y = 0; y < height; y += STRIPE) {
      int at = (y / STRIPE + 1) * pitch + 1;
      for (int x = 0; x < width; x++, at++) {
        int word = words[at];
        if ((word & SIGNIFICANT_OWN) != 0) {
          for (int row = 0; row < STRIPE; row++) {
            int around = word >>> 3 * row & NEIGHBOURHOOD;
            if ((around & CENTRE) != 0 && (word & VISITED << row) == 0) {
              int bit = mq.decode(refinementContext(word & REFINED << row, around));
              magnitudes[y * width + x * STRIPE + row] += bit == 1 ? half : -half;
              word |= REFINED << row;
            }
          }
          words[at] = word;
        }
      }
    }
  }

  private static int refinementContext(int refined, int around) {
    if (refined != 0) {
      return BlockContexts.LATER_REFINEMENT;
    }
    return around == CENTRE
        ? BlockContexts.FIRST_REFINEMENT
        : BlockContexts.FIRST_REFINEMENT_NEAR_OTHERS;
  }

  private void bareRefinement(int plane) {
    int half = 1 << plane;
    for (int y = 0; y < height; y += STRIPE) {
      int at = (y / STRIPE + 1) * pitch + 1;
      for (int x = 0; x < width; x++, at++) {
        int word = words[at];
        for (int row = 0; row < STRIPE; row++) {
          boolean isSignificant = (word >>> 3 * row & CENTRE) != 0;
          if (isSignificant && (word & VISITED << row) == 0) {
            magnitudes[y * width + x * STRIPE + row] += bare.bit() == 1 ? half : -half;
            word |= REFINED << row;
          }
        }
        words[at] = word;
      }
    }
  }

  /// All samples that the other passes left out; columns with nothing around go at once.
  private void cleanup(int plane) {
    MqDecoder mq = this.mq;
    int[] words = this.words;
    byte[] contexts = significanceContexts;
    for (int y = 0; y < height; y += STRIPE) {
      int rows = Math.min(STRIPE, height - y);
      int at = (y / STRIPE + 1) * pitch + 1;
      for (int x = 0; x < width; x++, at++) {
        int word = words[at];
        int row = 0;
        if ((word & SIGNIFICANT_ANY) == 0 && rows == STRIPE) {
          if (mq.decode(BlockContexts.RUN) == 0) {
            continue;
          }
          row = mq.decode(BlockContexts.UNIFORM) << 1;
          row |= mq.decode(BlockContexts.UNIFORM);
          word = signify(at, word, row, sign(at, word, row));
          magnitudes[y * width + x * STRIPE + row] = 3 << plane;
          row++;
        }
        for (; row < rows; row++) {
          int around = word >>> 3 * row & NEIGHBOURHOOD;
          if ((around & CENTRE) == 0
              && (word & VISITED << row) == 0
              && mq.decode(contexts[around]) == 1) {
            word = signify(at, word, row, sign(at, word, row));
            magnitudes[y * width + x * STRIPE + row] = 3 << plane;
          }
        }
        words[at] = word & ~VISITED_ANY;
      }
    }
  }

  /// 1 where a sample that just became significant is negative.
  private int sign(int at, int word, int row) {
    int around = word >>> 3 * row & 0xAA;
    int above = word >>> NEGATIVE_ABOVE + row & 1;
    int left = words[at - 1] >>> NEGATIVE + row & 1;
    int right = words[at + 1] >>> NEGATIVE + row & 1;
    int below = word >>> NEGATIVE + 1 + row & 1;
    int context = signContexts[around | above | left << 2 | right << 4 | below << 6];
    return mq.decode(context >> 1) ^ context & 1;
  }

  /// Makes a sample significant in its own word, which is given back, and in those around.
  private int signify(int at, int word, int row, int negative) {
    words[at - 1] |= 1 << 3 * row + 5;
    words[at + 1] |= 1 << 3 * row + 3;
    if (row == 0 && !isCausal) {
      int above = at - pitch;
      words[above - 1] |= 1 << 17;
      words[above] |= 1 << 16 | negative << NEGATIVE + STRIPE;
      words[above + 1] |= 1 << 15;
    } else if (row == STRIPE - 1) {
      int below = at + pitch;
      words[below - 1] |= 1 << 2;
      words[below] |= 1 << 1 | negative << NEGATIVE_ABOVE;
      words[below + 1] |= 1;
    }
    return word | CENTRE << 3 * row | negative << NEGATIVE + row;
  }

  /// One row of the block, doubled: half a step is the lowest bit.
  void row(int y, int[] into) {
    int row = y % STRIPE;
    int sample = (y - row) * width + row;
    int at = (y / STRIPE + 1) * pitch + 1;
    for (int x = 0; x < width; x++) {
      int negative = words[at + x] >>> NEGATIVE + row & 1;
      into[x] = (magnitudes[sample + x * STRIPE] ^ -negative) + negative;
    }
  }
}
