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
import org.ridgeline.bench.statistics.ErrorRates;
import org.ridgeline.bench.statistics.Interval;
import org.ridgeline.bench.statistics.OperatingPoint;
import org.ridgeline.bench.statistics.Scores;
import org.ridgeline.bench.statistics.Trials;
import org.ridgeline.vocabulary.Template;

/// 1:1 accuracy of engines on folders of prints, by the FVC protocol or on all pairs of fingers.
/// - **Source** FVC2000: the first international fingerprint verification competition, 2000
public final class Verification {
  /// False match rates that FNMR is reported at; FVC's FMR100 and FMR1000 are the first two.
  private static final double[] FMRS = {1e-2, 1e-3, 1e-4};

  private static final int ALL = -1;

  private final List<String> names;
  private final Pairs pairs;
  private final boolean allImpostors;
  private final Progress progress;

  private Verification(List<String> names, Pairs pairs, boolean allImpostors, Progress progress) {
    this.names = names;
    this.pairs = pairs;
    this.allImpostors = allImpostors;
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
    return new Verification(names, new Pairs(sets, allImpostors), allImpostors, progress);
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

  /// Compares all pairs with one engine.
  public VerifyReport run(Comparer comparer) {
    int size = pairs.prints().size();
    int[] place = new int[size];
    List<Template> usable = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Optional<Template> template = pairs.prints().get(i).template();
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
    List<VerifyReport.OfSet> sets = new ArrayList<>();
    for (int set = 0; set < names.size(); set++) {
      sets.add(report(set, genuine, impostors));
    }
    return new VerifyReport(
        sets, names.size() == 1 ? sets.getFirst() : report(ALL, genuine, impostors));
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

  /// The report of a set, or of all sets where it is [#ALL].
  private VerifyReport.OfSet report(int set, float[][] genuine, float[][] impostors) {
    Trials trials = trials(set, genuine, impostors);
    ErrorRates rates = ErrorRates.of(trials, FMRS[0], FMRS[1], FMRS[2], 0);
    List<VerifyReport.Fnmr> fnmrs =
        rates.points().subList(0, FMRS.length).stream().map(p -> fnmr(trials, p)).toList();
    Interval equal = rates.equalErrorBounds();
    List<Print> prints =
        IntStream.range(0, genuine.length)
            .filter(print -> isIn(set, print))
            .mapToObj(pairs.prints()::get)
            .toList();
    return new VerifyReport.OfSet(
        set == ALL ? "pooled" : names.get(set),
        new VerifyReport.Scope(
            fingers(set),
            prints.size(),
            (int) prints.stream().filter(Print::failed).count(),
            trials.matedCount(),
            trials.nonMatedCount(),
            allImpostors ? "all" : "first"),
        new VerifyReport.Rates(
            new VerifyReport.EqualError(rates.equalErrorRate(), equal.low(), equal.high()),
            trials.steppedEqualErrorRate(),
            fnmrs.get(0).fnmr(),
            fnmrs.get(1).fnmr(),
            rates.points().getLast().missed().rate()),
        fnmrs,
        trials.tradeOff());
  }

  private Trials trials(int set, float[][] genuine, float[][] impostors) {
    int firstFinger = set == ALL ? 0 : pairs.fingers(set)[0];
    Scores mated = new Scores(0);
    Scores nonMated = new Scores(0);
    for (int probe = 0; probe < genuine.length; probe++) {
      if (!isIn(set, probe)) {
        continue;
      }
      int finger = pairs.fingerOf(probe) - firstFinger;
      for (float score : genuine[probe]) {
        mated.add(score, finger);
      }
      int[] others = pairs.impostors(probe);
      for (int i = 0; i < others.length; i++) {
        if (isIn(set, others[i])) {
          nonMated.add(impostors[probe][i], finger, pairs.fingerOf(others[i]) - firstFinger);
        }
      }
    }
    int[] strata = set == ALL ? pairs.setsOfFingers() : new int[fingers(set)];
    return new Trials(strata, mated, nonMated);
  }

  private int fingers(int set) {
    return set == ALL ? pairs.fingerCount() : pairs.fingers(set).length;
  }

  private boolean isIn(int set, int print) {
    return set == ALL || pairs.setOf(print) == set;
  }

  private static VerifyReport.Fnmr fnmr(Trials trials, OperatingPoint point) {
    if (!trials.supports(point.falseRate())) {
      OptionalDouble none = OptionalDouble.empty();
      String reason =
          "%d impostor pairs, this FMR needs %d"
              .formatted(trials.nonMatedCount(), Trials.neededFor(point.falseRate()));
      return new VerifyReport.Fnmr(
          point.falseRate(),
          none,
          VerifyReport.Bounds.NONE,
          none,
          Optional.empty(),
          Optional.of(reason));
    }
    return new VerifyReport.Fnmr(
        point.falseRate(),
        OptionalDouble.of(point.missed().rate()),
        VerifyReport.Bounds.of(point.bounds(), point.missed().bounds()),
        OptionalDouble.of(point.threshold()),
        Optional.of(point.missed().count()),
        Optional.empty());
  }
}
