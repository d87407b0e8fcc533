package org.ridgeline.codec.jpeg2000;

/// The adaptive binary arithmetic decoder.
///
/// Interval and code register are kept less the part `spare` that more probable symbols may still
/// take from both before anything has to be looked at: then a symbol is one subtraction. All three
/// count in units of 2^-16 of the standard's registers, unsigned.
/// - **Shape** a context is its state: probability in the upper half, below it the states that
///   follow a more and a less probable symbol, and the more probable symbol in the lowest bit
/// - **Overflow** `spare` stays below 2^31: it is at most the interval less 2^31
/// - **Source** ISO/IEC 15444-1 annex C
final class MqDecoder {
  private static final int STATE_MASK = 0x7F;
  private static final int MORE_SHIFT = 9;
  private static final int LESS_SHIFT = 2;
  private static final int PROBABILITY = 0xFFFF0000;
  private static final int TOP = 0x80000000;

  /// Rows of probability, next state after the more and the less probable symbol, and whether the
  /// two change places.
  private static final int[][] ROWS = {
    {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0},
    {0x0521, 5, 29, 0}, {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0},
    {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0}, {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0},
    {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1}, {0x5401, 16, 14, 0},
    {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
    {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0},
    {0x1C01, 25, 22, 0}, {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0},
    {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0}, {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0},
    {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0}, {0x02A1, 36, 33, 0},
    {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
    {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0},
    {0x0005, 45, 42, 0}, {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}
  };

  private static final int[] STATES = states();

  private final int[] contexts;
  private byte[] data = {};
  private int at;
  private int end;
  private int spare;
  private int interval;
  private int code;
  private int shiftsLeft;

  MqDecoder(int contexts) {
    this.contexts = new int[contexts];
  }

  private static int[] states() {
    int[] states = new int[2 * ROWS.length];
    for (int i = 0; i < ROWS.length; i++) {
      for (int symbol = 0; symbol < 2; symbol++) {
        int more = 2 * ROWS[i][1] + symbol;
        int less = 2 * ROWS[i][2] + (symbol ^ ROWS[i][3]);
        states[2 * i + symbol] =
            ROWS[i][0] << 16 | more << MORE_SHIFT | less << LESS_SHIFT | symbol;
      }
    }
    return states;
  }

  /// Puts a context into the state of a row, with 0 as the more probable symbol.
  void reset(int context, int row) {
    contexts[context] = STATES[2 * row];
  }

  /// Begins a codeword segment; contexts stay as they are. Behind its end, ones follow.
  void start(byte[] from, int first, int behind) {
    data = from;
    at = first;
    end = behind;
    code = (first < behind ? data[first] & 0xFF : 0xFF) << 16;
    nextByte();
    code <<= 7;
    shiftsLeft -= 7;
    interval = TOP;
    spare();
  }

  int decode(int context) {
    int state = contexts[context];
    int left = spare - (state & PROBABILITY);
    spare = left;
    return left >= 0 ? state & 1 : renormalise(context, state);
  }

  private int renormalise(int context, int state) {
    int probability = state & PROBABILITY;
    int upper = interval + spare;
    int rest = code + spare;
    boolean isLower = Integer.compareUnsigned(rest + probability, probability) < 0;
    boolean isExchanged = Integer.compareUnsigned(upper, probability) < 0;
    int less = isLower == isExchanged ? 0 : 1;
    contexts[context] = STATES[state >> MORE_SHIFT - less * (MORE_SHIFT - LESS_SHIFT) & STATE_MASK];
    interval = isLower ? probability : upper;
    code = isLower ? rest + probability : rest;
    int shifts = Integer.numberOfLeadingZeros(interval);
    while (shifts > shiftsLeft) {
      shift(shiftsLeft);
      shifts -= shiftsLeft;
      nextByte();
    }
    shift(shifts);
    shiftsLeft -= shifts;
    spare();
    return state & 1 ^ less;
  }

  private void shift(int places) {
    interval <<= places;
    code <<= places;
  }

  /// Takes out of interval and code what they can spare together.
  private void spare() {
    int room = interval & ~TOP;
    int left = code < 0 ? room : Math.min(code, room);
    spare = left;
    interval -= left;
    code -= left;
  }

  /// Adds the next byte below the code; behind one of ones, seven bits. A marker is not part of the
  /// segment.
  private void nextByte() {
    int current = at < end ? data[at] & 0xFF : 0xFF;
    int next = at + 1 < end ? data[at + 1] & 0xFF : 0xFF;
    if (current != 0xFF) {
      at++;
      code += next << 8;
      shiftsLeft = 8;
    } else if (next > 0x8F) {
      code += 0xFF00;
      shiftsLeft = 8;
    } else {
      at++;
      code += next << 9;
      shiftsLeft = 7;
    }
  }
}
