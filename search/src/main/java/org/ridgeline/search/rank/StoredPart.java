package org.ridgeline.search.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;

/// A gallery on this machine, as a part of a larger one or as all of it: its scan and signatures.
final class StoredPart implements Part {
  private final Snapshot gallery;
  private final Stage stage;
  private final RowOrder order;
  private final Scan scan;

  StoredPart(Snapshot gallery, Stage stage) {
    this.gallery = gallery;
    this.stage = stage;
    order = RowOrder.of(gallery);
    scan = new Scan(gallery, stage.kernel(), stage.workers(), order);
  }

  @Override
  public int encounters() {
    return gallery.encounters();
  }

  @Override
  public long upTo() {
    return gallery.upTo();
  }

  Scan scan() {
    return scan;
  }

  /// As all of the gallery: what [Survivor#merge] gives for this one part, but nothing is copied.
  List<List<Standing>> best(ProbeFingers fingers, Look look) {
    return best(fingers, look, scan.nearest(fingers.codes(look), look.lists().scanned()));
  }

  /// The same, where the scan has been done.
  /// - **Shape** `nearest`: for each sequence the rows nearest, in order, at least as many as the
  ///   look wants
  List<List<Standing>> best(ProbeFingers fingers, Look look, List<long[]> nearest) {
    List<List<Standing>> best = new ArrayList<>();
    for (int i = 0; i < nearest.size(); i++) {
      Signatures signatures = signatures(fingers, look.sequences().get(i));
      long[] rows = order.cut(nearest.get(i), look.lists().scanned());
      long[] rescored = order.ordered(signatures.rescored(rows), look.lists().rescored());
      best.add(Arrays.stream(rescored).mapToObj(this::standing).toList());
    }
    return best;
  }

  private Signatures signatures(ProbeFingers fingers, FingerSequence sequence) {
    return new Signatures(gallery, stage, fingers, sequence);
  }

  private Standing standing(long ref) {
    return new Standing(row(ref), RowRef.score(ref));
  }

  private Row.Stored row(long ref) {
    Segment segment = gallery.segments().get(RowRef.segment(ref));
    int row = RowRef.row(ref);
    UUID id = new UUID(segment.encounterHigh(row), segment.encounterLow(row));
    return new Row.Stored(segment, row, id, stage.kernel());
  }

  @Override
  public List<List<Survivor>> survivors(Probe probe, Look look) {
    ProbeFingers fingers = new ProbeFingers(probe);
    List<long[]> nearest = scan.nearest(fingers.codes(look), look.lists().scanned());
    return IntStream.range(0, nearest.size())
        .mapToObj(i -> survivors(fingers, look, nearest.get(i), look.sequences().get(i)))
        .toList();
  }

  /// In the order of distances, a row may be among the best of the whole as long as fewer than go
  /// on are better among those before it: whoever lets it through the cut lets these through.
  private List<Survivor> survivors(
      ProbeFingers fingers, Look look, long[] nearest, FingerSequence sequence) {
    long[] rows = order.ordered(nearest, look.lists().scanned());
    int[] scores = signatures(fingers, sequence).scores(rows);
    int[] slots = fingers.slots(sequence);
    PriorityQueue<Standing> best = new PriorityQueue<>(Standing.BEST_FIRST.reversed());
    List<Survivor> survivors = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (scores[i] != Signatures.REMOVED) {
        Row.Stored row = row(rows[i]);
        Standing standing = new Standing(row, scores[i]);
        best.add(standing);
        boolean isBest = best.size() <= look.lists().rescored() || best.poll() != standing;
        Optional<Survivor.Prints> prints =
            isBest ? Optional.of(prints(row, slots)) : Optional.empty();
        survivors.add(new Survivor(row.encounterId(), RowRef.key(rows[i]), scores[i], prints));
      }
    }
    return survivors;
  }

  private static Survivor.Prints prints(Row.Stored row, int[] slots) {
    Map<FingerPosition, StoredFinger> fingers = new EnumMap<>(FingerPosition.class);
    for (int slot : slots) {
      row.segment()
          .finger(row.row(), slot)
          .ifPresent(finger -> fingers.put(FingerPosition.values()[slot], finger));
    }
    return new Survivor.Prints(row.personId(), fingers);
  }

  @Override
  public List<Survivor> since(Probe probe, long after) {
    int[] slots = new ProbeFingers(probe).slots(FingerSequence.AS_GIVEN);
    return Arrays.stream(rowsSince(after))
        .mapToObj(this::row)
        .map(row -> new Survivor(row.encounterId(), 0, 0, Optional.of(prints(row, slots))))
        .toList();
  }

  /// As all of the gallery.
  List<Standing> addedSince(long after) {
    return Arrays.stream(rowsSince(after)).mapToObj(ref -> new Standing(row(ref), 0)).toList();
  }

  private long[] rowsSince(long after) {
    List<Long> rows = new ArrayList<>();
    for (int s = 0; s < gallery.segments().size(); s++) {
      Segment segment = gallery.segments().get(s);
      for (int row = segment.firstAfter(after); row < segment.count(); row++) {
        if (segment.isLive(row)) {
          rows.add(RowRef.of(0, s, row));
        }
      }
    }
    return rows.stream().mapToLong(Long::longValue).toArray();
  }
}
