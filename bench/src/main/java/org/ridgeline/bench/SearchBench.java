package org.ridgeline.bench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.bench.peer.SourceAfisMatcher;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.search.kernel.CodeLayout;
import org.ridgeline.search.kernel.Kernels;
import org.ridgeline.search.kernel.ScanKernel;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.search.rank.Found;
import org.ridgeline.search.rank.Probe;
import org.ridgeline.search.refine.MinutiaeComparison;
import org.ridgeline.search.refine.ReadyMinutiae;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.FingerPosition;

/// Speed and loss of the search engine on a gallery of fictional people, beside SourceAFIS
/// comparing exhaustively in the same run.
///
/// Half of the probes are other touches of people in the gallery, half are of people who are not.
/// - **Unit** milliseconds of wall time; the exhaustive search is measured on a sample
public final class SearchBench {
  private static final int SAMPLE = 300;
  private static final int BATCH = 8;
  private static final long STRANGERS = 1_000_000_000L;

  private final Engine engine;
  private final PeopleGallery people;
  private final Snapshot gallery;
  private final Engine.Options options;
  private final List<FingerPosition> fingers;

  /// What to run.
  /// - **Shape** `distinct`: people of the gallery with fingers of their own, the first ones
  public record Plan(int fingers, int threads, int probes, int distinct, long seed) {}

  /// What came out.
  public record Result(
      @JsonUnwrapped Setting setting,
      long peoplePerSecondPerCore,
      @JsonUnwrapped Times times,
      @JsonUnwrapped Memory memory,
      @JsonUnwrapped Exhaustive exhaustive,
      @JsonUnwrapped Losses losses,
      @JsonUnwrapped Compared compared) {}

  /// What was searched, and by what.
  public record Setting(int people, int fingers, int threads, String kernel) {}

  /// Wall times of a search, of its first stage, and of a search among eight at a time.
  public record Times(
      double p50Ms,
      double p95Ms,
      double p99Ms,
      double p50MatedMs,
      double p50StrangerMs,
      double scanMs,
      double batchMsPerProbe) {}

  /// What a person takes, and how near the scan comes to only reading.
  public record Memory(
      long bytesPerPersonRam,
      long bytesPerPersonDisk,
      double memoryBandwidthShare,
      double readGigabytesPerSecond) {}

  /// SourceAFIS comparing with everybody.
  public record Exhaustive(double exhaustivePairsPerSecond, double speedupOverExhaustive) {}

  /// Who was lost, and who was taken for another.
  /// - **Shape** `mated`: probes whose person is in; `mateKnown`: of them, those that the full
  ///   comparison alone would call a hit; `mateMissed`: of those, not at rank 1; `falseHits`: of
  ///   the probes of strangers
  public record Losses(int mated, int mateKnown, int mateMissed, int strangers, int falseHits) {}

  /// People whom a search compared in full.
  public record Compared(double comparedP50, double comparedMax) {}

  /// A bench on a snapshot of a gallery of people of a seed.
  public SearchBench(Engine engine, Snapshot gallery, Plan plan) {
    this.engine = engine;
    this.gallery = gallery;
    people = new PeopleGallery(engine, plan.seed(), (_, _, _) -> {});
    int secondLookBelow = Thresholds.STANDARD.reviewMin(gallery.encounters());
    options = new Engine.Options(plan.threads() > 1, secondLookBelow, Optional.empty());
    fingers = positions(plan.fingers());
  }

  /// The fingers of a probe of so many: both index fingers for two, the right hand's four for four.
  static List<FingerPosition> positions(int fingers) {
    List<FingerPosition> all = List.of(FingerPosition.values());
    return switch (fingers) {
      case 1 -> List.of(FingerPosition.RIGHT_INDEX);
      case 2 -> List.of(FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX);
      case 4 -> all.subList(1, 5);
      case 8 -> all.stream().filter(f -> f.fgp() % 5 != 1).toList();
      case 10 -> all;
      default -> throw new IllegalArgumentException("fingers=" + fingers + " limit=1,2,4,8,10");
    };
  }

  private Probe probe(long number) {
    Map<FingerPosition, StoredFinger> all = people.prints(number, 2);
    Map<FingerPosition, StoredFinger> some = new EnumMap<>(FingerPosition.class);
    some.putAll(all);
    some.keySet().retainAll(fingers);
    // One finger alone may be the one that somebody lost: then any other is taken.
    return new Probe(some.isEmpty() ? all : some);
  }

  /// Runs everything; times are wall times, so let the machine be quiet.
  public Result run(Plan plan, long bytesOnDisk, long bytesCodes) {
    Tally tally = new Tally();
    int half = Math.max(1, plan.probes() / 2);
    for (int i = 0; i < 2 * half; i++) {
      boolean mated = i % 2 == 0;
      long number = mated ? (long) (i / 2) * plan.distinct() / half : STRANGERS + i;
      tally.search(number, mated, i < 4);
    }
    double scan = scanMs();
    double read = readSeconds();
    double pairs = exhaustivePairsPerSecond(plan.seed());
    double perSecond =
        gallery.encounters() / (Median.of(array(tally.times)) / 1000) / plan.threads();
    return new Result(
        new Setting(gallery.encounters(), plan.fingers(), plan.threads(), Kernels.description()),
        Math.round(perSecond),
        tally.times(scan, batchMs(plan)),
        memory(plan, new Bytes(bytesOnDisk, bytesCodes), scan, read),
        new Exhaustive(Math.round(pairs), Math.round(perSecond / (pairs / plan.fingers()))),
        new Losses(tally.mated, tally.known, tally.missed, half, tally.falseHits),
        new Compared(Median.of(array(tally.compared)), Collections.max(tally.compared)));
  }

  private record Bytes(long onDisk, long codes) {}

  private Memory memory(Plan plan, Bytes bytes, double scanMs, double readSeconds) {
    double codes = (double) superblocks() * plan.fingers() * CodeLayout.FINGER_BYTES;
    double readPerSecond = bytesRead() / readSeconds;
    return new Memory(
        bytes.codes() / gallery.encounters(),
        bytes.onDisk() / gallery.encounters(),
        round(codes / (scanMs / 1000) / readPerSecond),
        round(readPerSecond / 1e9));
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// What the searches came to.
  private final class Tally {
    final List<Double> times = new ArrayList<>();
    final List<Double> matedTimes = new ArrayList<>();
    final List<Double> strangerTimes = new ArrayList<>();
    final List<Double> compared = new ArrayList<>();
    int mated;
    int known;
    int missed;
    int falseHits;

    Times times(double scanMs, double batchMs) {
      Percentiles percentiles = Percentiles.of(array(times));
      return new Times(
          round(Median.of(array(times))),
          percentiles.p95Ms(),
          percentiles.p99Ms(),
          round(Median.of(array(matedTimes))),
          round(Median.of(array(strangerTimes))),
          round(scanMs),
          round(batchMs));
    }

    void search(long number, boolean isMated, boolean isWarmUp) {
      Probe probe = probe(number);
      long began = System.nanoTime();
      Found found = engine.search(probe, gallery, options);
      double ms = (System.nanoTime() - began) / 1e6;
      if (!isWarmUp) {
        times.add(ms);
        (isMated ? matedTimes : strangerTimes).add(ms);
        compared.add((double) found.compared());
      }
      List<Candidate> candidates = found.candidates().candidates();
      int line = Thresholds.STANDARD.hitMin(gallery.encounters());
      if (!isMated) {
        falseHits += !candidates.isEmpty() && candidates.getFirst().score() >= line ? 1 : 0;
        return;
      }
      mated++;
      UUID person = PeopleGallery.person(people.seed(), number);
      boolean first = !candidates.isEmpty() && candidates.getFirst().personId().equals(person);
      if (direct(probe, people.prints(number, 1)) >= known(line)) {
        known++;
        missed += first ? 0 : 1;
      }
    }

    /// Few fingers cannot reach the line of a large gallery: then a mate counts as known where all
    /// of them together are above the score that one in a million strangers reaches.
    private int known(int line) {
      return Math.min(line, 2000);
    }
  }

  private int direct(Probe probe, Map<FingerPosition, StoredFinger> mate) {
    MinutiaeComparison comparison = new MinutiaeComparison();
    int sum = 0;
    for (var finger : probe.fingers().entrySet()) {
      if (!mate.containsKey(finger.getKey())) {
        continue;
      }
      int[] other = mate.get(finger.getKey()).minutiae();
      ReadyMinutiae ready = ReadyMinutiae.of(finger.getValue().minutiae());
      sum += engine.calibration().full().at(comparison.compare(ready, other, other.length));
    }
    return sum;
  }

  private double scanMs() {
    List<Probe> one = List.of(probe(STRANGERS));
    double[] times = new double[9];
    for (int i = 0; i < times.length; i++) {
      long began = System.nanoTime();
      engine.scan(one, gallery, options);
      times[i] = (System.nanoTime() - began) / 1e6;
    }
    return Median.of(times);
  }

  /// Whole searches of eight people in the gallery at a time.
  private double batchMs(Plan plan) {
    List<Probe> probes = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      probes.add(probe((long) i * plan.distinct() / BATCH));
    }
    double[] times = new double[5];
    for (int i = 0; i < times.length; i++) {
      long began = System.nanoTime();
      engine.searchAll(probes, gallery, options);
      times[i] = (System.nanoTime() - began) / 1e6 / BATCH;
    }
    return Median.of(times);
  }

  private long superblocks() {
    return gallery.segments().stream()
        .mapToLong(s -> (s.count() + CodeLayout.SUPERBLOCK - 1) / CodeLayout.SUPERBLOCK)
        .sum();
  }

  private double bytesRead() {
    return (double) superblocks() * CodeLayout.SUPERBLOCK_BYTES;
  }

  /// The least time that one thread takes to read all codes and do nothing with them.
  private double readSeconds() {
    ScanKernel kernel = Kernels.best();
    double least = Double.MAX_VALUE;
    long all = 0;
    for (int i = 0; i < 7; i++) {
      long began = System.nanoTime();
      for (Segment segment : gallery.segments()) {
        for (int row = 0; row < segment.count(); row += CodeLayout.SUPERBLOCK) {
          long offset = (long) (row / CodeLayout.SUPERBLOCK) * CodeLayout.SUPERBLOCK_BYTES;
          all ^= kernel.fold(segment.codes(), offset);
        }
      }
      least = Math.min(least, (System.nanoTime() - began) / 1e9);
    }
    // The sum is used, so that reading is not optimised away.
    return all == 42 ? least + 1e-9 : least;
  }

  /// SourceAFIS as fast as it can be: the probe indexed once, the gallery's templates ready.
  private double exhaustivePairsPerSecond(long seed) {
    List<FingerprintTemplate> templates = new ArrayList<>();
    Segment segment = gallery.segments().getFirst();
    int[] minutiae = new int[PackedMinutiae.MINUTIAE_MAX];
    for (int row = 0; row < Math.min(SAMPLE, segment.count()); row++) {
      for (FingerPosition finger : fingers) {
        int count = segment.minutiae(row, finger.fgp() - 1, minutiae);
        templates.add(SourceAfisMatcher.template(minutiae, count));
      }
    }
    FingerprintMatcher matcher =
        SourceAfisMatcher.matcher(probe(STRANGERS).fingers().get(fingers.getFirst()).minutiae());
    double[] rates = new double[5];
    double sum = 0;
    for (int i = 0; i < rates.length; i++) {
      long began = System.nanoTime();
      for (FingerprintTemplate template : templates) {
        sum += matcher.match(template);
      }
      rates[i] = templates.size() / ((System.nanoTime() - began) / 1e9);
    }
    return sum < 0 ? 0 : Median.of(rates);
  }
}
