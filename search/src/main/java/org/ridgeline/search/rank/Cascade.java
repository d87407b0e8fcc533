package org.ridgeline.search.rank;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.kernel.ScanKernel;
import org.ridgeline.search.refine.QuickComparer;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;

/// The stages after the scan, for one probe taken in one sequence: signatures, quick look, full
/// comparison. Each orders rows by the sum over fingers of what its scores mean and passes the best
/// on.
final class Cascade {
  private final List<ProbeFinger> fingers;
  private final int[] slots;
  private final FingerSequence sequence;
  private final Snapshot gallery;
  private final Calibration calibration;
  private final ScanKernel kernel;
  private final boolean parallel;

  Cascade(List<ProbeFinger> fingers, FingerSequence sequence, Stage stage) {
    this.fingers =
        fingers.stream().sorted(Comparator.comparingInt(ProbeFinger::quality).reversed()).toList();
    this.sequence = sequence;
    slots = this.fingers.stream().mapToInt(f -> sequence.finger(f.label()).fgp() - 1).toArray();
    gallery = stage.gallery();
    calibration = stage.calibration();
    kernel = stage.kernel();
    parallel = stage.parallel();
  }

  /// What all stages work with.
  record Stage(Snapshot gallery, Calibration calibration, ScanKernel kernel, boolean parallel) {}

  /// Orders rows by their signatures.
  long[] rescore(long[] rows, int wanted) {
    return best(stream(rows.length).mapToLong(i -> rescored(rows[i])).toArray(), wanted);
  }

  private IntStream stream(int length) {
    return parallel ? IntStream.range(0, length).parallel() : IntStream.range(0, length);
  }

  private static long[] best(long[] rows, int wanted) {
    long[] sorted = Arrays.stream(rows).filter(row -> row >= 0).sorted().toArray();
    return sorted.length > wanted ? Arrays.copyOf(sorted, wanted) : sorted;
  }

  private long rescored(long ref) {
    Segment segment = gallery.segments().get(RowRef.segment(ref));
    int row = RowRef.row(ref);
    int mask = segment.mask(row);
    if (!segment.verify(row)) {
      return -1;
    }
    int sum = 0;
    for (int i = 0; i < slots.length; i++) {
      if ((mask & 1 << slots[i]) != 0) {
        long at = segment.signatureOffset(row, slots[i]);
        int product = kernel.product(segment.rows(), at, fingers.get(i).signature());
        sum += calibration.signature().at(product >> Engine.PRODUCT_SHIFT);
      }
    }
    return RowRef.best(sum, ref);
  }

  /// Orders rows by a quick look at their minutiae, and half of what their signatures said.
  long[] refine(long[] rows, int wanted) {
    ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);
    return best(
        stream(rows.length).mapToLong(i -> refined(rows[i], rooms.get())).toArray(), wanted);
  }

  /// What one thread needs.
  private static final class Room {
    final QuickComparer comparer = new QuickComparer();
    final int[] minutiae = new int[PackedMinutiae.MINUTIAE_MAX];
  }

  private long refined(long ref, Room room) {
    Segment segment = gallery.segments().get(RowRef.segment(ref));
    int sum = RowRef.score(ref) / 2;
    for (int i = 0; i < slots.length; i++) {
      int count = segment.minutiae(RowRef.row(ref), slots[i], room.minutiae);
      if (count > 0) {
        int score = room.comparer.compare(fingers.get(i).edges(), room.minutiae, count);
        sum += calibration.quick().at(score);
      }
    }
    return RowRef.best(sum, ref);
  }

  /// Compares rows in full; the best encounter of each person.
  Map<UUID, Candidate> verify(long[] rows) {
    Map<UUID, Candidate> best = new HashMap<>();
    stream(rows.length)
        .mapToObj(i -> verified(rows[i]))
        .toList()
        .forEach(found -> found.ifPresent(one -> best.merge(one.personId(), one, Engine::better)));
    return best;
  }

  private java.util.Optional<Candidate> verified(long ref) {
    Segment segment = gallery.segments().get(RowRef.segment(ref));
    int row = RowRef.row(ref);
    Map<FingerPosition, Integer> scores = new EnumMap<>(FingerPosition.class);
    int[] minutiae = new int[PackedMinutiae.MINUTIAE_MAX];
    for (int i = 0; i < slots.length; i++) {
      if ((segment.mask(row) & 1 << slots[i]) != 0) {
        int count = segment.minutiae(row, slots[i], minutiae);
        double score = fingers.get(i).matcher().match(FullComparison.template(minutiae, count));
        scores.put(fingers.get(i).label(), calibration.full().at((int) Math.max(0, score)));
      }
    }
    UUID personId = segment.personId(row);
    UUID encounterId = segment.encounterId(row);
    if (!segment.isLive(row)) {
      return java.util.Optional.empty();
    }
    int sum = scores.values().stream().mapToInt(Integer::intValue).sum();
    return java.util.Optional.of(new Candidate(personId, encounterId, sum, scores, sequence));
  }
}
