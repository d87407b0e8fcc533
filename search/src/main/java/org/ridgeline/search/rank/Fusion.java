package org.ridgeline.search.rank;

import java.util.Map;
import org.ridgeline.vocabulary.FingerPosition;

/// From SourceAFIS scores of single fingers to one score of a person: log-likelihood ratios, added.
///
/// A finger's ratio says how much more often its score comes from two impressions of one finger
/// than from two fingers. Fingers are nearly independent, so ratios add; a finger missing on either
/// side adds nothing.
///
/// The table was read off 5,096 genuine and 524,160 impostor pairs; below score 8 it is held at -2
/// bits, because a person's bad fingers fail together (wrong position, bandage, poor capture), and
/// above 70 at 15 bits, because no impostor pair was seen there. Both make the expected value of
/// `2^score` over impostors smaller, so the bound in `Thresholds` still holds.
/// - **Unit** centibits
/// - **Source** FVC2002 DB1B, DB2B, FVC2004 DB1B, DB3B and Neurotechnology CrossMatch prints,
///   2026-11-23, `./ridgeline bench fusion DIR...`
final class Fusion {
  private static final int[] SCORE = {0, 8, 11, 17, 22, 27, 32, 37, 42, 47, 55, 70};
  private static final int[] CENTIBITS = {
    -200, -200, -190, 50, 190, 370, 570, 750, 950, 1050, 1300, 1500
  };

  private Fusion() {}

  /// The ratio of one SourceAFIS score, which is rounded down to an integer first.
  static int centibits(double sourceAfisScore) {
    int score = (int) Math.max(0, Math.floor(sourceAfisScore));
    int last = SCORE.length - 1;
    if (score >= SCORE[last]) {
      return CENTIBITS[last];
    }
    int i = 0;
    while (SCORE[i + 1] <= score) {
      i++;
    }
    int rise = CENTIBITS[i + 1] - CENTIBITS[i];
    return CENTIBITS[i] + rise * (score - SCORE[i]) / (SCORE[i + 1] - SCORE[i]);
  }

  static int sum(Map<FingerPosition, Integer> fingerScores) {
    return fingerScores.values().stream().mapToInt(Integer::intValue).sum();
  }
}
