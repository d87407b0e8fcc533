package org.ridgeline.codec.jpeg2000;

/// Which context a decision about a sample is coded in, by what is known around it.
/// - **Shape** a neighbourhood has a bit for each of nine samples, from the left upper one; the
///   sample itself has bit 4
/// - **Source** ISO/IEC 15444-1 tables D.1 to D.4, D.7
final class BlockContexts {
  static final int COUNT = 19;
  static final int FIRST_REFINEMENT = 14;
  static final int FIRST_REFINEMENT_NEAR_OTHERS = 15;
  static final int LATER_REFINEMENT = 16;
  static final int RUN = 17;
  static final int UNIFORM = 18;

  private static final int SIGNS = 9;
  private static final int NEIGHBOURHOODS = 512;
  private static final byte[] LOW_ACROSS = significance(0);
  private static final byte[] HIGH_ACROSS = significance(1);
  private static final byte[] HIGH_BOTH = significance(2);
  private static final byte[] SIGN = signs();

  private BlockContexts() {}

  static void reset(MqDecoder decoder) {
    for (int context = 0; context < COUNT; context++) {
      decoder.reset(context, 0);
    }
    decoder.reset(0, 4);
    decoder.reset(RUN, 3);
    decoder.reset(UNIFORM, 46);
  }

  /// Contexts of significance for each neighbourhood.
  static byte[] significance(Subband band) {
    if (!band.isHighAcross) {
      return LOW_ACROSS;
    }
    return band.isHighDown ? HIGH_BOTH : HIGH_ACROSS;
  }

  /// Contexts of signs, doubled, plus one where the decision is turned round.
  /// - **Shape** the index has, for the samples above, left, right and below, from the lowest bit,
  ///   a bit whether it is negative and one whether it is significant
  static byte[] signContexts() {
    return SIGN;
  }

  private static byte[] significance(int kind) {
    byte[] contexts = new byte[NEIGHBOURHOODS];
    for (int n = 0; n < NEIGHBOURHOODS; n++) {
      int across = (n >> 3 & 1) + (n >> 5 & 1);
      int down = (n >> 1 & 1) + (n >> 7 & 1);
      int diagonal = (n & 1) + (n >> 2 & 1) + (n >> 6 & 1) + (n >> 8 & 1);
      contexts[n] =
          (byte)
              switch (kind) {
                case 0 -> straight(across, down, diagonal);
                case 1 -> straight(down, across, diagonal);
                default -> diagonal(across + down, diagonal);
              };
    }
    return contexts;
  }

  private static int straight(int along, int other, int diagonal) {
    if (along == 2) {
      return 8;
    }
    if (along == 1) {
      return other > 0 ? 7 : diagonal > 0 ? 6 : 5;
    }
    return other > 0 ? 2 + other : Math.min(2, diagonal);
  }

  private static int diagonal(int straight, int diagonal) {
    return switch (diagonal) {
      case 0 -> Math.min(2, straight);
      case 1 -> 3 + Math.min(2, straight);
      case 2 -> 6 + Math.min(1, straight);
      default -> 8;
    };
  }

  private static byte[] signs() {
    byte[] contexts = new byte[256];
    for (int i = 0; i < contexts.length; i++) {
      int down = clamp(sign(i) + sign(i >> 6));
      int across = clamp(sign(i >> 2) + sign(i >> 4));
      boolean turned = across < 0 || across == 0 && down < 0;
      if (turned) {
        across = -across;
        down = -down;
      }
      int context = SIGNS + (across == 0 ? down : 3 + down);
      contexts[i] = (byte) (context << 1 | (turned ? 1 : 0));
    }
    return contexts;
  }

  private static int sign(int bits) {
    return (bits & 2) == 0 ? 0 : (bits & 1) == 0 ? 1 : -1;
  }

  private static int clamp(int contribution) {
    return Math.max(-1, Math.min(1, contribution));
  }
}
