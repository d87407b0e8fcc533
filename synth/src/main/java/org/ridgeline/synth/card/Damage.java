package org.ridgeline.synth.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ridgeline.synth.Dice;

/// Breaks the bytes of finished files.
final class Damage {
  private static final int CUT = 71;
  private static final int GARBAGE = 72;

  private Damage() {}

  /// The file with the defects that concern its bytes.
  static byte[] bytes(byte[] file, CardOptions options) {
    byte[] damaged = file;
    if (options.defects().contains(Defect.WRONG_LEN)) {
      damaged = replaced(damaged, "1.001:", 2);
    }
    if (options.defects().contains(Defect.WRONG_CNT)) {
      damaged = replaced(damaged, "1.003:1", 2);
    }
    if (options.defects().contains(Defect.TRUNCATED)) {
      double part = Dice.of(options.seed(), CUT).between(0.3, 0.97);
      damaged = Arrays.copyOf(damaged, (int) (part * damaged.length));
    }
    return damaged;
  }

  /// Some kilobytes that mean nothing.
  static byte[] garbage(long seed) {
    Dice dice = Dice.of(seed, GARBAGE);
    byte[] bytes = new byte[1000 + dice.below(30_000)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) dice.bits();
    }
    return bytes;
  }

  /// Image data whose header is gone.
  static byte[] brokenImage(byte[] data) {
    byte[] broken = data.clone();
    Arrays.fill(broken, 0, Math.min(64, broken.length), (byte) 0x5A);
    return broken;
  }

  /// Changes the digit `after` places behind a tag by one.
  private static byte[] replaced(byte[] file, String tag, int after) {
    String head = new String(file, 0, Math.min(file.length, 400), StandardCharsets.ISO_8859_1);
    int at = head.indexOf(tag) + tag.length() + after - 1;
    byte[] damaged = file.clone();
    damaged[at] = (byte) ('0' + (damaged[at] - '0' + 1) % 10);
    return damaged;
  }
}
