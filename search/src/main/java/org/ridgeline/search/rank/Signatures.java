package org.ridgeline.search.rank;

import java.util.stream.IntStream;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.vocabulary.FingerSequence;

/// The second stage, for one probe taken in one sequence: rows by the products of their signatures
/// with the probe's, summed over fingers.
final class Signatures {
  /// In place of a score, of a row that is no longer there.
  static final int REMOVED = Integer.MIN_VALUE;

  private final Snapshot gallery;
  private final Stage stage;
  private final ProbeFingers fingers;
  private final int[] slots;

  Signatures(Snapshot gallery, Stage stage, ProbeFingers fingers, FingerSequence sequence) {
    this.gallery = gallery;
    this.stage = stage;
    this.fingers = fingers;
    slots = fingers.slots(sequence);
  }

  /// The same rows with their scores as keys, without those removed since.
  long[] rescored(long[] rows) {
    int[] scores = scores(rows);
    return IntStream.range(0, rows.length)
        .filter(i -> scores[i] != REMOVED)
        .mapToLong(i -> RowRef.best(scores[i], rows[i]))
        .toArray();
  }

  /// The score of each row, or [#REMOVED].
  int[] scores(long[] rows) {
    int[] scores = new int[rows.length];
    stage.workers().each(rows.length, i -> scores[i] = score(rows[i]));
    return scores;
  }

  private int score(long ref) {
    Segment segment = gallery.segments().get(RowRef.segment(ref));
    int row = RowRef.row(ref);
    int mask = segment.mask(row);
    if (!segment.verify(row)) {
      return REMOVED;
    }
    int sum = 0;
    for (int i = 0; i < slots.length; i++) {
      if ((mask & 1 << slots[i]) != 0) {
        long at = segment.signatureOffset(row, slots[i]);
        int product = stage.kernel().product(segment.rows(), at, fingers.get(i).signature());
        sum += stage.calibration().signature().at(product >> Calibration.PRODUCT_SHIFT);
      }
    }
    return sum;
  }
}
