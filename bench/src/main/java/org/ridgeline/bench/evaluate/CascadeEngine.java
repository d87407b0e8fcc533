package org.ridgeline.bench.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.bench.Cores;
import org.ridgeline.bench.PeopleGallery;
import org.ridgeline.bench.TemporaryFolder;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// Our own engine: signatures, scan, cascade. Who is enrolled goes into a gallery of its own in a
/// temporary folder, their ridges are kept in memory; distractors, who have none, are searched
/// where they lie.
final class CascadeEngine implements Engine {
  private static final int BATCH = 1000;

  private final Map<UUID, Map<FingerPosition, Template>> kept = new HashMap<>();
  private final org.ridgeline.search.rank.Engine engine =
      org.ridgeline.search.rank.Engine.standard(Cores.workers()).reading(this::ridges);
  private final TemporaryFolder folder = TemporaryFolder.create("ridgeline-evaluate");
  private final StoredGallery own = PeopleGallery.open(folder.path());
  private final List<StoredEntry> waiting = new ArrayList<>();
  private Optional<StoredGallery> distractors = Optional.empty();
  private long changes;

  @Override
  public String name() {
    return "cascade";
  }

  @Override
  public void enrol(UUID personId, TenPrint prints) {
    UUID encounterId = new UUID(personId.getMostSignificantBits() ^ Long.MIN_VALUE, changes + 1);
    waiting.add(new StoredEntry(encounterId, personId, ++changes, engine.store(prints)));
    kept.put(encounterId, prints.fingers());
    if (waiting.size() == BATCH) {
      append();
    }
  }

  private Map<UUID, Map<FingerPosition, Template>> ridges(
      List<UUID> encounterIds, List<FingerPosition> ignoredFingers) {
    Map<UUID, Map<FingerPosition, Template>> found = new HashMap<>();
    encounterIds.stream().filter(kept::containsKey).forEach(id -> found.put(id, kept.get(id)));
    return found;
  }

  private void append() {
    own.append(waiting, changes);
    waiting.clear();
  }

  /// - **Shape** `file`: a folder that `synth people --gallery` wrote
  @Override
  public int enrolDistractors(Path file, Set<FingerPosition> positions) {
    StoredGallery gallery = PeopleGallery.existing(file);
    distractors = Optional.of(gallery);
    return gallery.snapshot().encounters();
  }

  @Override
  public int size() {
    int others = distractors.map(gallery -> gallery.snapshot().encounters()).orElse(0);
    return own.snapshot().encounters() + waiting.size() + others;
  }

  @Override
  public Searched search(TenPrint probe) {
    append();
    List<Segment> segments = new ArrayList<>(own.snapshot().segments());
    distractors.ifPresent(gallery -> segments.addAll(gallery.snapshot().segments()));
    var found =
        engine.search(
            engine.probe(probe),
            new Snapshot(segments, size(), changes),
            org.ridgeline.search.rank.Engine.Options.STANDARD);
    return new Searched(found.candidates(), found.compared());
  }

  @Override
  public void close() {
    own.close();
    distractors.ifPresent(StoredGallery::close);
    folder.close();
  }
}
