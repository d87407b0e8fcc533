package org.ridgeline.search.rank;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /// A row whose best fingers, so many, say this much against it is not looked at any further.
  private static final int HOPELESS_AFTER = 4;

  private static final int HOPELESS = -350;

  /// What quick look and signatures together must say for a row to be compared in full: so much a
  /// finger of the probe, at most [#EVIDENCE_MAX].
  private static final int EVIDENCE_EACH = 150;

  private static final int EVIDENCE_MAX = 1000;

  /// How far beyond the line of a possible candidate a sum is so clear that no further finger, and
  /// no row of less than half its signatures, is looked at.
  private static final int CLEAR = 1800;

  /// Rows whose minutiae are looked at before it is asked whether that is enough.
  private static final int CHUNK = 8;

  private static final ThreadLocal<Room> ROOMS = ThreadLocal.withInitial(Room::new);

  private final List<ProbeFinger> fingers;
  private final int[] slots;
  private final FingerSequence sequence;
  private final Snapshot gallery;
  private final Calibration calibration;
  private final ScanKernel kernel;
  private final boolean parallel;
  private final int conclusive;

  Cascade(List<ProbeFinger> fingers, FingerSequence sequence, Stage stage) {
    this.fingers = fingers;
    this.sequence = sequence;
    slots = this.fingers.stream().mapToInt(f -> sequence.finger(f.label()).fgp() - 1).toArray();
    gallery = stage.gallery();
    calibration = stage.calibration();
    kernel = stage.kernel();
    parallel = stage.parallel();
    conclusive = stage.line() + CLEAR;
  }

  /// What all stages work with.
  /// - **Shape** `line`: the score of a possible candidate
  record Stage(
      Snapshot gallery, Calibration calibration, ScanKernel kernel, boolean parallel, int line) {
    Scan scan() {
      return new Scan(gallery, kernel, parallel);
    }
  }

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

  /// Orders rows by a quick look at their minutiae, and half of what their signatures said. Rows
  /// that it says little for do not go on, except the first few.
  /// - **Shape** `least`: how many go on whatever is said of them
  long[] refine(long[] rows, int wanted, int least) {
    long[] best = best(looked(rows), wanted);
    int enough = Math.min(EVIDENCE_MAX, EVIDENCE_EACH * fingers.size());
    int kept = Math.min(best.length, least);
    while (kept < best.length && RowRef.score(best[kept]) >= enough) {
      kept++;
    }
    return Arrays.copyOf(best, kept);
  }

  /// Looks at rows, the best by their signatures first, until one is clear and those that are left
  /// are no match for it.
  private long[] looked(long[] rows) {
    long[] looked = new long[rows.length];
    int least = Integer.MIN_VALUE;
    int done = 0;
    while (done < rows.length && RowRef.score(rows[done]) >= least) {
      int from = done;
      done = Math.min(rows.length, from + CHUNK);
      stream(done - from).forEach(i -> looked[from + i] = refined(rows[from + i], ROOMS.get()));
      for (int i = from; i < done; i++) {
        if (RowRef.score(looked[i]) >= 2 * conclusive) {
          least = Math.max(least, RowRef.score(rows[i]) / 2);
        }
      }
    }
    return Arrays.copyOf(looked, done);
  }

  /// What one thread needs.
  private static final class Room {
    final QuickComparer comparer = new QuickComparer();
    final int[] minutiae = new int[PackedMinutiae.MINUTIAE_MAX];
  }

  private long refined(long ref, Room room) {
    Segment segment = gallery.segments().get(RowRef.segment(ref));
    int sum = RowRef.score(ref) / 2;
    int looked = 0;
    int quick = 0;
    for (int i : promising(segment, RowRef.row(ref))) {
      if (looked >= HOPELESS_AFTER && quick <= HOPELESS) {
        break;
      }
      int count = segment.minutiae(RowRef.row(ref), slots[i], room.minutiae);
      if (count > 0) {
        int score = room.comparer.compare(fingers.get(i).edges(), room.minutiae, count);
        quick += calibration.quick().at(score);
        looked++;
      }
    }
    return RowRef.best(sum + quick, ref);
  }

  /// The fingers of the probe, those first whose signatures are most alike: a mate with one hand
  /// spoilt shows itself by the other before anything speaks against it.
  private int[] promising(Segment segment, int row) {
    long[] keys = new long[slots.length];
    boolean there = segment.verify(row);
    for (int i = 0; i < slots.length; i++) {
      long at = segment.signatureOffset(row, slots[i]);
      int product = there ? kernel.product(segment.rows(), at, fingers.get(i).signature()) : 0;
      keys[i] = (long) -product << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /// Compares rows in full, the most promising fingers first, until they are conclusive one way or
  /// the other: indexing a probe's finger is what takes longest. The best encounter of each person.
  Map<UUID, Candidate> verify(long[] rows) {
    Map<UUID, Candidate> best = new HashMap<>();
    stream(rows.length)
        .mapToObj(i -> verified(rows[i]))
        .toList()
        .forEach(found -> found.ifPresent(one -> best.merge(one.personId(), one, Engine::better)));
    return best;
  }

  private Optional<Candidate> verified(long ref) {
    Segment segment = gallery.segments().get(RowRef.segment(ref));
    int row = RowRef.row(ref);
    Map<FingerPosition, Integer> scores = new EnumMap<>(FingerPosition.class);
    int[] minutiae = new int[PackedMinutiae.MINUTIAE_MAX];
    int sum = 0;
    for (int i : promising(segment, row)) {
      if (!isOpen(scores.size(), sum)) {
        break;
      }
      int count = segment.minutiae(row, slots[i], minutiae);
      if (count > 0) {
        var other = FullComparison.template(minutiae, count);
        int centibits = FullComparison.centibits(calibration, fingers.get(i).matcher(), other);
        scores.put(fingers.get(i).label(), centibits);
        sum += centibits;
      }
    }
    UUID personId = segment.personId(row);
    UUID encounterId = segment.encounterId(row);
    if (!segment.isLive(row)) {
      return Optional.empty();
    }
    return Optional.of(new Candidate(personId, encounterId, sum, scores, sequence));
  }

  /// Whether another finger could change what the ones compared say.
  private boolean isOpen(int compared, int sum) {
    return sum < conclusive && (compared < HOPELESS_AFTER || sum > HOPELESS);
  }
}
