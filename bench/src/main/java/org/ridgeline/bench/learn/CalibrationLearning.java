package org.ridgeline.bench.learn;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.decision.ScoreTable;
import org.ridgeline.search.kernel.Kernels;
import org.ridgeline.search.kernel.ProbeSignature;
import org.ridgeline.search.kernel.ScanKernel;
import org.ridgeline.search.refine.EdgeIndex;
import org.ridgeline.search.refine.QuickComparer;
import org.ridgeline.search.signature.SignatureNetwork;

/// Measures what signature products and quick scores mean, on fictional fingers that the network
/// has not learned from.
///
/// A table holds the log-likelihood ratio of bands of scores, made to grow by pooling neighbours
/// that do not; held at -2 bits below, because a person's bad fingers fail together, and above
/// where fewer than [#IMPOSTORS_MIN] impostor pairs were seen.
public final class CalibrationLearning {
  private static final int IMPOSTORS_MIN = 4;
  private static final int IMPOSTORS_EACH = 100;
  private static final int FLOOR = -200;
  private static final int SIGNATURE_BAND = 8;
  private static final int QUICK_BAND = 16;
  private static final int BANDS = 80;
  private static final int ZERO = 24;

  private CalibrationLearning() {}

  /// A calibration of `network` from `fingers` genuine pairs and a hundred impostor pairs each; the
  /// tables of the full comparison are those of `kept`, which do not depend on the network.
  public static Calibration measure(
      SignatureNetwork network, Calibration kept, int fingers, PrintPairs pairs, String source) {
    List<int[][]> prints = IntStream.range(0, fingers).parallel().mapToObj(pairs::pair).toList();
    return new Calibration(
        network.digest(),
        signature(network, prints),
        table(prints, QUICK_BAND, quick(prints)),
        kept.full(),
        kept.ridges(),
        source,
        kept.fullSource(),
        kept.ridgesSource());
  }

  private static ScoreTable signature(SignatureNetwork network, List<int[][]> prints) {
    ThreadLocal<SignatureNetwork.Workspace> rooms =
        ThreadLocal.withInitial(() -> new SignatureNetwork.Workspace(network));
    ProbeSignature[] probes =
        prints.parallelStream()
            .map(pair -> new ProbeSignature(network.signature(pair[0], rooms.get())))
            .toArray(ProbeSignature[]::new);
    MemorySegment[] gallery =
        prints.parallelStream()
            .map(pair -> MemorySegment.ofArray(network.signature(pair[1], rooms.get())))
            .toArray(MemorySegment[]::new);
    ScanKernel kernel = Kernels.best();
    return table(
        prints,
        SIGNATURE_BAND,
        (i, j) -> kernel.product(gallery[j], 0, probes[i]) >> Calibration.PRODUCT_SHIFT);
  }

  private static IntBinaryOperator quick(List<int[][]> prints) {
    ThreadLocal<QuickComparer> comparers = ThreadLocal.withInitial(QuickComparer::new);
    ThreadLocal<IndexOfOne> indexes = ThreadLocal.withInitial(IndexOfOne::new);
    return (i, j) -> {
      int[] other = prints.get(j)[1];
      return comparers.get().compare(indexes.get().of(prints.get(i)[0]), other, other.length);
    };
  }

  /// The index of the last print asked for.
  private static final class IndexOfOne {
    private int[] packed = {};
    private EdgeIndex index = new EdgeIndex(packed);

    EdgeIndex of(int[] wanted) {
      if (wanted != packed) {
        packed = wanted;
        index = new EdgeIndex(wanted);
      }
      return index;
    }
  }

  private static ScoreTable table(List<int[][]> prints, int band, IntBinaryOperator score) {
    int fingers = prints.size();
    long[][] counts =
        IntStream.range(0, fingers)
            .parallel()
            .mapToObj(i -> {
              long[][] own = new long[2][BANDS];
              own[0][band(score.applyAsInt(i, i), band)]++;
              for (int k = 1; k <= IMPOSTORS_EACH; k++) {
                own[1][band(score.applyAsInt(i, stranger(i, k, fingers)), band)]++;
              }
              return own;
            })
            .reduce(new long[2][BANDS], CalibrationLearning::sum);
    return grow(counts, band);
  }

  /// Another print of the same sensor: strangers of one sensor are more alike than others.
  private static int stranger(int i, int k, int fingers) {
    int from = i / PrintPairs.GROUP * PrintPairs.GROUP;
    int group = Math.min(PrintPairs.GROUP, fingers - from);
    return from + (i - from + 1 + k * 5 % (group - 1)) % group;
  }

  private static int band(int score, int band) {
    return Math.clamp(Math.floorDiv(score, band) + ZERO, 0, BANDS - 1);
  }

  private static long[][] sum(long[][] one, long[][] other) {
    long[][] sum = new long[2][BANDS];
    for (int i = 0; i < BANDS; i++) {
      sum[0][i] = one[0][i] + other[0][i];
      sum[1][i] = one[1][i] + other[1][i];
    }
    return sum;
  }

  /// A run of bands pooled into one.
  private record Pool(int from, int to, long genuine, long impostor) {
    double bits(double genuineAll, double impostorAll) {
      return Math.log((genuine + 0.5) / genuineAll / ((impostor + 0.5) / impostorAll))
          / Math.log(2);
    }

    Pool with(Pool next) {
      return new Pool(from, next.to, genuine + next.genuine, impostor + next.impostor);
    }
  }

  private static ScoreTable grow(long[][] counts, int band) {
    double genuineAll = IntStream.range(0, BANDS).mapToLong(i -> counts[0][i]).sum();
    double impostorAll = IntStream.range(0, BANDS).mapToLong(i -> counts[1][i]).sum();
    List<Pool> pools = new ArrayList<>();
    for (int i = 0; i < BANDS; i++) {
      if (counts[0][i] + counts[1][i] > 0) {
        Pool pool = new Pool(i, i, counts[0][i], counts[1][i]);
        while (!pools.isEmpty()
            && (pools.getLast().bits(genuineAll, impostorAll) >= pool.bits(genuineAll, impostorAll)
                || pool.impostor() < IMPOSTORS_MIN && pools.getLast().impostor() < IMPOSTORS_MIN)) {
          pool = pools.removeLast().with(pool);
        }
        pools.add(pool);
      }
    }
    int[] scores = new int[pools.size()];
    int[] centibits = new int[pools.size()];
    for (int i = 0; i < scores.length; i++) {
      Pool pool = pools.get(i);
      boolean open = i == scores.length - 1;
      scores[i] =
          ((open ? 2 * pool.from() + 1 : pool.from() + pool.to() + 1) - 2 * ZERO) * band / 2;
      centibits[i] = (int) Math.max(FLOOR, Math.round(100 * pool.bits(genuineAll, impostorAll)));
    }
    return new ScoreTable(scores, centibits);
  }
}
