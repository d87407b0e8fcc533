package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ridgeline.bench.Progress;
import org.ridgeline.bench.statistics.Scores;
import org.ridgeline.vocabulary.Template;

/// 1:1 accuracy of engines on folders of prints, by the FVC protocol or on all pairs of fingers.
/// - **Source** FVC2000: the first international fingerprint verification competition, 2000
public final class Verification {
  private final List<String> names;
  private final Pairs pairs;
  private final Progress progress;

  private Verification(List<String> names, Pairs pairs, Progress progress) {
    this.names = names;
    this.pairs = pairs;
    this.progress = progress;
  }

  /// Extracts all prints of the folders.
  /// - **Error** no finger with two impressions, or only one finger: IllegalArgumentException
  public static Verification of(List<PrintFolder> folders, boolean allImpostors, Progress progress)
      throws IOException {
    PrintFolder.checkDifferent(folders);
    List<PrintFile> files = folders.stream().flatMap(f -> f.files().stream()).toList();
    List<Print> prints = Extraction.of(files, progress);
    List<List<Print>> sets = new ArrayList<>();
    int from = 0;
    for (PrintFolder folder : folders) {
      int to = from + folder.files().size();
      sets.add(prints.subList(from, to));
      checkSet(folder);
      from = to;
    }
    List<String> names = folders.stream().map(PrintFolder::name).toList();
    return new Verification(names, new Pairs(sets, allImpostors), progress);
  }

  private static void checkSet(PrintFolder folder) {
    long fingers = folder.files().stream().map(PrintFile::fingerKey).distinct().count();
    if (fingers < 2 || fingers == folder.files().size()) {
      throw new IllegalArgumentException(
          "folder=%s fingers=%d prints=%d; expected two fingers or more, and one with two prints"
              .formatted(folder, fingers, folder.files().size()));
    }
  }

  /// Images that could not be read, counted among the failures to extract.
  public List<String> refused() {
    return Refusals.of(pairs.prints());
  }

  /// Folders in which files state another resolution than was said, in words.
  public List<String> disputed() {
    return Refusals.disputed(pairs.prints());
  }

  /// All prints of the run, folder after folder.
  /// - **Error** two folders of one name: IllegalArgumentException
  public List<SetPrint> prints() {
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("folders=" + names + " expected each name once");
    }
    return IntStream.range(0, pairs.prints().size())
        .mapToObj(i -> SetPrint.of(names.get(pairs.setOf(i)), pairs.prints().get(i)))
        .toList();
  }

  /// Compares all pairs with one engine and hands out the scores as they are.
  public EngineScores scores(Comparer comparer) {
    return new PairwiseScores(pairs, compared(comparer));
  }

  /// Compares all pairs with every engine.
  /// - **Error** two engines of one name: IllegalArgumentException
  public VerifyRun run(List<Comparer> comparers) {
    if (comparers.stream().map(Comparer::name).distinct().count() < comparers.size()) {
      throw new IllegalArgumentException(
          "engines=%s expected each name once"
              .formatted(comparers.stream().map(Comparer::name).toList()));
    }
    return new VerifyRun(pairs, names, comparers.stream().map(this::compared).toList());
  }

  /// Compares all pairs with one engine, beside no other.
  VerifyReport run(Comparer comparer) {
    return run(List.of(comparer)).reports().get(comparer.name());
  }

  private Compared compared(Comparer comparer) {
    int size = pairs.prints().size();
    int[] place = new int[size];
    List<Template> usable = new ArrayList<>();
    List<Optional<Template>> templates =
        pairs.prints().parallelStream().map(comparer::template).toList();
    for (int i = 0; i < size; i++) {
      Optional<Template> template = templates.get(i);
      place[i] = template.isPresent() ? usable.size() : -1;
      template.ifPresent(usable::add);
    }
    Comparer.Ready ready = comparer.ready(usable);
    float[][] genuine = new float[size][];
    float[][] impostors = new float[size][];
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, size)
        .parallel()
        .forEach(probe -> {
          genuine[probe] = scores(ready, place, probe, pairs.genuine(probe));
          impostors[probe] = scores(ready, place, probe, pairs.impostors(probe));
          progress.at("compared, " + comparer.name(), done.incrementAndGet(), size);
        });
    return new Compared(comparer.name(), genuine, impostors, overlap(ready, place), failed(place));
  }

  private static boolean[] failed(int[] place) {
    boolean[] failed = new boolean[place.length];
    for (int i = 0; i < failed.length; i++) {
      failed[i] = place[i] < 0;
    }
    return failed;
  }

  private static OverlapEstimate overlap(Comparer.Ready ready, int[] place) {
    return ready instanceof OverlapEstimate estimate
        ? (probe, other) ->
            place[probe] < 0 || place[other] < 0
                ? OptionalDouble.empty()
                : estimate.overlapMm2(place[probe], place[other])
        : (_, _) -> OptionalDouble.empty();
  }

  private static float[] scores(Comparer.Ready ready, int[] place, int probe, int[] others) {
    float[] scores = new float[others.length];
    Arrays.fill(scores, Scores.NEVER);
    int[] at = IntStream.range(0, others.length).filter(i -> place[others[i]] >= 0).toArray();
    if (place[probe] >= 0 && at.length > 0) {
      int[] references = Arrays.stream(at).map(i -> place[others[i]]).toArray();
      float[] compared = ready.scores(place[probe], references);
      for (int i = 0; i < at.length; i++) {
        scores[at[i]] = compared[i];
      }
    }
    return scores;
  }
}
