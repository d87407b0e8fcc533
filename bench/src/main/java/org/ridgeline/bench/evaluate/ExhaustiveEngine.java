package org.ridgeline.bench.evaluate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ridgeline.search.gallery.Entry;
import org.ridgeline.search.gallery.Gallery;
import org.ridgeline.search.rank.ExhaustiveSearch;
import org.ridgeline.synth.stream.TenPrintFile;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// SourceAFIS on every finger of every person, fused: nobody is passed over.
/// - **Limit** so many distractors as the constructor is told: a person of ten fingers takes 100 kB
///   of heap and 0.7 ms of a search
final class ExhaustiveEngine implements Engine {
  private static final int BATCH = 500;

  /// Upper half of the ids of people that no probe is of.
  private static final long DISTRACTOR = 1;

  private final int distractorsMax;
  private final Gallery gallery = new Gallery();
  private final List<Entry> waiting = new ArrayList<>();
  private long changes;

  ExhaustiveEngine(int distractorsMax) {
    this.distractorsMax = distractorsMax;
  }

  @Override
  public String name() {
    return "exhaustive";
  }

  @Override
  public void enrol(UUID personId, TenPrint prints) {
    waiting.add(Entry.of(personId, personId, ++changes, prints));
  }

  @Override
  public int enrolDistractors(Path file, Set<FingerPosition> positions) throws IOException {
    int added = 0;
    try (var rows = new TenPrintFile.Reader(new BufferedInputStream(Files.newInputStream(file)))) {
      List<TenPrint> batch = new ArrayList<>();
      Optional<TenPrintFile.Row> row = rows.next();
      while (row.isPresent() && added + batch.size() < distractorsMax) {
        TenPrint prints = only(positions, row.get().tenPrint());
        if (row.get().impression() <= 1 && !prints.fingers().isEmpty()) {
          batch.add(prints);
        }
        if (batch.size() == BATCH) {
          added += add(batch, added);
          batch.clear();
        }
        row = rows.next();
      }
      added += add(batch, added);
    }
    return added;
  }

  private static TenPrint only(Set<FingerPosition> positions, TenPrint prints) {
    Map<FingerPosition, Template> fingers = new EnumMap<>(FingerPosition.class);
    fingers.putAll(prints.fingers());
    fingers.keySet().retainAll(positions);
    return new TenPrint(fingers);
  }

  /// Making edge tables takes longer than all else, so it is done on all cores.
  private int add(List<TenPrint> batch, int number) {
    long change = changes + 1;
    List<Entry> entries =
        IntStream.range(0, batch.size())
            .parallel()
            .mapToObj(i -> {
              UUID id = new UUID(DISTRACTOR, number + i);
              return Entry.of(id, id, change + i, batch.get(i));
            })
            .toList();
    waiting.addAll(entries);
    changes += batch.size();
    return batch.size();
  }

  @Override
  public int size() {
    return waiting.size() + gallery.snapshot().entries().size();
  }

  @Override
  public Searched search(TenPrint probe) {
    if (!waiting.isEmpty()) {
      gallery.add(waiting, changes);
      waiting.clear();
    }
    CandidateList candidates = ExhaustiveSearch.rank(probe, gallery);
    return new Searched(candidates, candidates.searched());
  }
}
