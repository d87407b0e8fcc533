package org.ridgeline.search.rank;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ridgeline.search.compare.Evidence;
import org.ridgeline.search.compare.PhaseComparison;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.search.compare.PhaseScore;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.refine.MinutiaeComparison;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// The full comparison of a probe's fingers with those of some rows: by their ridges where both are
/// known, else by minutiae.
/// - **Shape** `stored`: of the rows' encounters, the templates of the fingers that are compared
record FullLook(Calibration calibration, Map<UUID, Map<FingerPosition, Template>> stored) {
  private static final ThreadLocal<PhaseComparison> COMPARISONS =
      ThreadLocal.withInitial(() -> new PhaseComparison(Effort.QUICK));

  private static final ThreadLocal<MinutiaeComparison> OF_MINUTIAE =
      ThreadLocal.withInitial(MinutiaeComparison::new);

  private static final ThreadLocal<int[]> MINUTIAE =
      ThreadLocal.withInitial(() -> new int[PackedMinutiae.MINUTIAE_MAX]);

  /// Reads what the source has of these rows, of the fingers whose ridges the probe has.
  static FullLook of(Stage stage, List<Standing> rows, ProbeFingers fingers, int[] slots) {
    List<FingerPosition> labels =
        IntStream.range(0, slots.length)
            .filter(i -> fingers.get(i).hasRidges())
            .mapToObj(i -> FingerPosition.values()[slots[i]])
            .toList();
    List<UUID> ids = rows.stream().map(one -> one.row().encounterId()).toList();
    return new FullLook(
        stage.calibration(), labels.isEmpty() ? Map.of() : stage.ridges().templates(ids, labels));
  }

  /// By minutiae alone.
  static FullLook ofMinutiae(Calibration calibration) {
    return new FullLook(calibration, Map.of());
  }

  /// What a finger of the probe and one of a row say; empty where the row does not have it.
  OptionalInt centibits(ProbeFinger finger, Row row, int slot) {
    Optional<ReadyPrint> other = finger.hasRidges() ? ridges(row, slot) : Optional.empty();
    if (other.isPresent()) {
      Evidence evidence = COMPARISONS.get().compare(finger.print().orElseThrow(), other.get());
      return OptionalInt.of(calibration.ridges().at(PhaseScore.tenths(evidence)));
    }
    int[] minutiae = MINUTIAE.get();
    int count = row.minutiae(slot, minutiae);
    if (count == 0) {
      return OptionalInt.empty();
    }
    int score = OF_MINUTIAE.get().compare(finger.minutiae(), minutiae, count);
    return OptionalInt.of(calibration.full().at(score));
  }

  private Optional<ReadyPrint> ridges(Row row, int slot) {
    Map<FingerPosition, Template> templates = stored.getOrDefault(row.encounterId(), Map.of());
    return Optional.ofNullable(templates.get(FingerPosition.values()[slot]))
        .filter(template -> template.ridges().isPresent())
        .map(ReadyPrint::of);
  }
}
