package org.ridgeline.search.rank;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.UUID;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.refine.QuickComparer;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;

/// The stages after signatures, for one probe taken in one sequence: quick look and full
/// comparison. Each orders rows by the sum over fingers of what its scores mean and passes the best
/// on.
///
/// It works on the rows of the whole gallery, in one order: who is cut and where it stops follows
/// from that order and from nothing else.
final class Cascade {
  private static final ThreadLocal<Room> ROOMS = ThreadLocal.withInitial(Room::new);

  private final ProbeFingers fingers;
  private final int[] slots;
  private final FingerSequence sequence;
  private final Stage stage;
  private final CascadeSettings.Stops stops;
  private final Calibration calibration;

  Cascade(ProbeFingers fingers, FingerSequence sequence, Stage stage) {
    this.fingers = fingers;
    this.sequence = sequence;
    this.stage = stage;
    slots = fingers.slots(sequence);
    stops = stage.settings().stops();
    calibration = stage.calibration();
  }

  /// Orders rows by a quick look at their minutiae, and part of what their signatures said. Rows
  /// that it says little for do not go on, except the first few.
  /// - **Shape** `least`: how many go on whatever is said of them
  List<Standing> refine(List<Standing> rows, int wanted, int least) {
    List<Standing> best =
        Arrays.stream(looked(rows)).sorted(Standing.BEST_FIRST).limit(wanted).toList();
    int enough = stage.settings().evidence().enough(fingers.count());
    int kept = Math.min(best.size(), least);
    while (kept < best.size() && best.get(kept).score() >= enough) {
      kept++;
    }
    return best.subList(0, kept);
  }

  /// Looks at rows, the best by their signatures first, until one is clear and those that are left
  /// are no match for it.
  private Standing[] looked(List<Standing> rows) {
    Standing[] looked = new Standing[rows.size()];
    int least = Integer.MIN_VALUE;
    int done = 0;
    while (done < looked.length && rows.get(done).score() >= least) {
      int from = done;
      done = Math.min(looked.length, from + stops.chunk());
      stage
          .workers()
          .each(done - from, i -> looked[from + i] = refined(rows.get(from + i), ROOMS.get()));
      for (int i = from; i < done; i++) {
        if (looked[i].score() >= stops.clearTimes() * stage.conclusive()) {
          least = Math.max(least, rows.get(i).score() / stops.rivalOneIn());
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

  private Standing refined(Standing standing, Room room) {
    Row row = standing.row();
    int sum = standing.score() / stage.settings().evidence().signaturesOneIn();
    int looked = 0;
    int quick = 0;
    for (int i : promising(row)) {
      if (looked >= stops.doubtfulAfter() && quick <= stops.doubtful()) {
        break;
      }
      int count = row.minutiae(slots[i], room.minutiae);
      if (count > 0) {
        int score = room.comparer.compare(fingers.get(i).edges(), room.minutiae, count);
        quick += calibration.quick().at(score);
        looked++;
      }
    }
    return new Standing(row, sum + quick);
  }

  /// The fingers of the probe, those first whose signatures are most alike: a mate with one hand
  /// spoilt shows itself by the other before anything speaks against it.
  private int[] promising(Row row) {
    long[] keys = new long[slots.length];
    for (int i = 0; i < slots.length; i++) {
      int product = row.product(slots[i], fingers.get(i).signature());
      keys[i] = (long) -product << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /// Compares rows in full, the most promising fingers first, until they are conclusive one way or
  /// the other. The best encounter of each person.
  ///
  /// Ridges take fifty times as long as minutiae: of more rows than a few, only those for which
  /// minutiae speak are compared by ridges, and a few whatever they say.
  Map<UUID, Candidate> verify(List<Standing> rows) {
    Map<UUID, Candidate> best = new HashMap<>();
    if (rows.size() <= stage.settings().ridgesMin() || !fingers.haveRidges()) {
      byRidges(rows, best);
      return best;
    }
    FullLook minutiae = FullLook.ofMinutiae(calibration);
    List<Verified> looked =
        stage.workers().map(rows.size(), i -> verified(rows.get(i).row(), minutiae, false)).stream()
            .sorted(Comparator.comparing(Verified::standing, Standing.BEST_FIRST))
            .toList();
    int speaking = stage.settings().ridgesMin();
    while (speaking < looked.size() && looked.get(speaking).standing().score() >= 0) {
      speaking++;
    }
    byRidges(looked.subList(0, speaking).stream().map(Verified::standing).toList(), best);
    looked.subList(speaking, looked.size()).forEach(other -> other.keep(best));
    return best;
  }

  /// Of each person one encounter after the other, until one is conclusive: the others could say no
  /// more, and who was arrested thirty times is found as fast as who was once.
  private void byRidges(List<Standing> rows, Map<UUID, Candidate> best) {
    Map<UUID, Queue<Standing>> persons = new LinkedHashMap<>();
    for (Standing row : rows) {
      persons.computeIfAbsent(row.row().personId(), _ -> new ArrayDeque<>()).add(row);
    }
    while (!persons.isEmpty()) {
      compare(persons.values().stream().map(Queue::remove).toList(), best);
      persons
          .entrySet()
          .removeIf(person -> person.getValue().isEmpty() || isConclusive(best, person.getKey()));
    }
  }

  private boolean isConclusive(Map<UUID, Candidate> best, UUID person) {
    return best.containsKey(person) && best.get(person).score() >= stage.conclusive();
  }

  private void compare(List<Standing> rows, Map<UUID, Candidate> best) {
    for (int from = 0; from < rows.size(); from += Limits.RIDGES_READ) {
      List<Standing> some = rows.subList(from, Math.min(rows.size(), from + Limits.RIDGES_READ));
      FullLook look = FullLook.of(stage, some, fingers, slots);
      stage
          .workers()
          .map(some.size(), i -> verified(some.get(i).row(), look, true))
          .forEach(found -> found.keep(best));
    }
  }

  /// A row with the sum over its fingers, and that as a candidate unless it was removed meanwhile.
  private record Verified(Standing standing, Optional<Candidate> candidate) {
    void keep(Map<UUID, Candidate> best) {
      candidate.ifPresent(one -> best.merge(one.personId(), one, Ranking::better));
    }
  }

  /// - **Shape** `isLast`: what it says is what is said of the row; where ridges may say more, a
  ///   row is not left for being beyond reach
  private Verified verified(Row row, FullLook look, boolean isLast) {
    Map<FingerPosition, Integer> scores = new EnumMap<>(FingerPosition.class);
    int sum = 0;
    int left = slots.length;
    for (int i : promising(row)) {
      if (sum >= stage.conclusive()
          || isHopeless(scores.size(), sum)
          || isLast && stage.isBeyondReach(sum, left)) {
        break;
      }
      left--;
      OptionalInt centibits = look.centibits(fingers.get(i), row, slots[i]);
      if (centibits.isPresent()) {
        scores.put(fingers.get(i).label(), centibits.getAsInt());
        sum += centibits.getAsInt();
      }
    }
    UUID personId = row.personId();
    Candidate candidate = new Candidate(personId, row.encounterId(), sum, scores, sequence);
    return new Verified(
        new Standing(row, sum), row.isLive() ? Optional.of(candidate) : Optional.empty());
  }

  private boolean isHopeless(int fingersSeen, int sum) {
    return fingersSeen >= stops.hopelessAfter() && sum <= stops.hopeless();
  }
}
