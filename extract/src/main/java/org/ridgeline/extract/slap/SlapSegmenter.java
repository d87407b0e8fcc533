package org.ridgeline.extract.slap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ridgeline.extract.Limits;
import org.ridgeline.extract.slap.Segmentation.Reason;
import org.ridgeline.extract.slap.Segmentation.Segmented;
import org.ridgeline.extract.slap.Segmentation.Unsegmented;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// A slap to a box for each finger.
///
/// The slap is read at every turn a hand may have, in steps; the reading with the right number of
/// fingers that lean least is taken, and read once more at the turn its fingers say. Fingers get
/// their names from left to right, which is sure only where all that must be there are.
/// - **Limit** resolution [Limits#RESOLUTION_PPI_MIN]..[Limits#RESOLUTION_PPI_MAX], a side of at
///   most [Limits#SLAP_SIDE_INCHES_MAX]; hands turned by up to [Limits#SLAP_TURN_DEGREES_MAX]
/// - **Error** none: what cannot be segmented is said so with its reason
public final class SlapSegmenter {
  private static final int TURN_STEP = 5;

  /// How deep the notch between two tips that touch must be: a safe depth, then a shallow one.
  private static final int[] NOTCH_ROWS = {FingerSize.cells(0.25), FingerSize.cells(0.12)};

  private SlapSegmenter() {}

  /// The boxes of a slap on which the fingers of `missing` are not to be looked for.
  public static Segmentation segment(GrayImage image, SlapKind kind, Set<FingerPosition> missing) {
    List<FingerPosition> fingers = kind.expected(missing);
    if (!isPossible(image) || fingers.isEmpty()) {
      return new Unsegmented(Reason.NOT_A_SLAP, 0, fingers.size());
    }
    SlapCells ridges = SlapCells.of(ReducedImage.of(image));
    SlapReading best = best(ridges, fingers.size(), FingerSize.of(kind));
    int seen = best.pads().size();
    if (seen != fingers.size()) {
      Reason reason = seen == 0 ? Reason.NO_FINGERS : Reason.FINGER_COUNT;
      return new Unsegmented(reason, seen, fingers.size());
    }
    List<FingerBox> boxes = new ArrayList<>();
    for (int i = 0; i < seen; i++) {
      boxes.add(box(fingers.get(i), best.pads().get(i).sourceBounds(ridges.columns()), image));
    }
    return new Segmented(boxes, best.turnDegrees(), HandCheck.of(fingers, best.pads()));
  }

  private static boolean isPossible(GrayImage image) {
    int ppi = image.resolutionPpi();
    int side = Math.max(image.widthPx(), image.heightPx());
    return Limits.takes(ppi) && side <= Limits.SLAP_SIDE_INCHES_MAX * ppi;
  }

  private static SlapReading best(SlapCells ridges, int count, FingerSize size) {
    boolean[] prints = PrintMask.of(ridges);
    int most = Limits.SLAP_TURN_DEGREES_MAX;
    SlapReading best = new SlapReading(0, List.of(), List.of(), SlapReading.REST_COST);
    for (int turn = -most; turn <= most; turn += TURN_STEP) {
      best = better(best, read(ridges, prints, new SlapReading.Want(count, size, turn)), count);
    }
    int turn = Math.clamp(Math.round(best.turnDegrees() - best.lean()), -most, most);
    SlapReading again = read(ridges, prints, new SlapReading.Want(count, size, turn));
    return again.pads().size() == best.pads().size() ? again : best;
  }

  private static SlapReading read(SlapCells ridges, boolean[] prints, SlapReading.Want want) {
    TurnedCells turned = TurnedCells.of(ridges, prints, want.turnDegrees());
    SlapReading best = SlapReading.of(ridges, turned, want, NOTCH_ROWS[0]);
    return best.pads().size() >= want.count()
        ? best
        : better(best, SlapReading.of(ridges, turned, want, NOTCH_ROWS[1]), want.count());
  }

  private static SlapReading better(SlapReading one, SlapReading other, int count) {
    return other.cost(count) < one.cost(count) ? other : one;
  }

  /// The pixels of a box of cells.
  private static FingerBox box(FingerPosition finger, int[] cells, GrayImage image) {
    double px = image.resolutionPpi() / SlapCells.PER_INCH;
    return new FingerBox(
        finger,
        (int) (cells[0] * px),
        (int) Math.min(image.widthPx() - 1, Math.ceil((cells[1] + 1) * px) - 1),
        (int) (cells[2] * px),
        (int) Math.min(image.heightPx() - 1, Math.ceil((cells[3] + 1) * px) - 1));
  }
}
