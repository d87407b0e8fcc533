package org.ridgeline.bench.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.ridgeline.bench.peer.SourceAfisExtractor;
import org.ridgeline.extract.Extractor;
import org.ridgeline.search.compare.PhaseComparison;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Template;

/// How long one core takes to see a print and to compare two, beside SourceAFIS in the same run.
///
/// Print by print ours is timed, then theirs, so that a busy machine slows both; what counts is the
/// thread's processor time, and of the rounds that follow a first, unmeasured one each print's or
/// pair's least.
/// - **Limit** the first [#PRINTS_MAX] prints, [#PAIRS_MAX] pairs of either kind
public final class PrintSpeed {
  /// Most prints of a run.
  public static final int PRINTS_MAX = 80;

  /// Most pairs of one finger, and of two.
  public static final int PAIRS_MAX = 100;

  private static final int ROUNDS = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PrintSpeed() {}

  /// What a run measured.
  /// - **Unit** milliseconds of processor time, median over prints or pairs
  public record Result(Work work, Extraction extraction, Comparison comparison) {}

  /// What was gone through.
  public record Work(int prints, int genuinePairs, int strangerPairs, long medianPixels) {}

  /// From an image to a template.
  public record Extraction(double ms, double sourceAfisMs) {}

  /// `readyMs`: from a template to a print that can be compared; `genuineMs`, `strangerMs`: two
  /// ready prints.
  public record Comparison(double readyMs, double genuineMs, double strangerMs) {}

  /// Measures on the prints of a folder.
  /// - **Error** no print that can be read: IllegalArgumentException
  public static Result run(PrintFolder folder) {
    List<PrintFile> files = folder.files().subList(0, Math.min(PRINTS_MAX, folder.files().size()));
    List<GrayImage> images = new ArrayList<>();
    List<String> fingers = new ArrayList<>();
    for (PrintFile file : files) {
      PrintImage.of(file)
          .image()
          .ifPresent(image -> {
            images.add(image);
            fingers.add(file.fingerKey());
          });
    }
    if (images.isEmpty()) {
      throw new IllegalArgumentException("folder=" + folder + " has no print that can be read");
    }
    double[] extraction =
        medians(
            images.size(),
            i -> Extractor.extract(images.get(i)),
            i -> SourceAfisExtractor.extract(images.get(i)));
    long[] pixels =
        images.stream().mapToLong(i -> (long) i.widthPx() * i.heightPx()).sorted().toArray();
    List<Template> templates = images.stream().map(Extractor::extract).toList();
    List<int[]> genuine = pairs(fingers, true);
    List<int[]> strangers = pairs(fingers, false);
    return new Result(
        new Work(images.size(), genuine.size(), strangers.size(), pixels[pixels.length / 2]),
        new Extraction(extraction[0], extraction[1]),
        comparison(templates, genuine, strangers));
  }

  private static Comparison comparison(
      List<Template> templates, List<int[]> genuine, List<int[]> strangers) {
    PhaseComparison comparison = new PhaseComparison(Effort.QUICK);
    List<ReadyPrint> prints = templates.stream().map(ReadyPrint::of).toList();
    return new Comparison(
        medians(templates.size(), i -> ReadyPrint.of(templates.get(i)))[0],
        medians(genuine.size(), i -> compare(comparison, prints, genuine.get(i)))[0],
        medians(strangers.size(), i -> compare(comparison, prints, strangers.get(i)))[0]);
  }

  private static void compare(PhaseComparison comparison, List<ReadyPrint> prints, int[] pair) {
    comparison.compare(prints.get(pair[0]), prints.get(pair[1]));
  }

  /// Spread over the prints, so that no finger has all.
  private static List<int[]> pairs(List<String> fingers, boolean isGenuine) {
    List<int[]> pairs = new ArrayList<>();
    for (int apart = 1; apart < fingers.size() && pairs.size() < PAIRS_MAX; apart++) {
      for (int i = 0; i + apart < fingers.size() && pairs.size() < PAIRS_MAX; i++) {
        if (fingers.get(i).equals(fingers.get(i + apart)) == isGenuine) {
          pairs.add(new int[] {i, i + apart});
        }
      }
    }
    return pairs;
  }

  /// Of each kind of work the median over all of each one's least time; 0 of none.
  private static double[] medians(int count, IntConsumer... works) {
    double[][] least = new double[works.length][count];
    for (int round = 0; round <= ROUNDS; round++) {
      for (int i = 0; i < count; i++) {
        for (int kind = 0; kind < works.length; kind++) {
          long began = THREADS.getCurrentThreadCpuTime();
          works[kind].accept(i);
          double ms = (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
          // The first round is not measured.
          least[kind][i] = round <= 1 ? ms : Math.min(least[kind][i], ms);
        }
      }
    }
    double[] medians = new double[works.length];
    for (int kind = 0; kind < works.length && count > 0; kind++) {
      Arrays.sort(least[kind]);
      medians[kind] = least[kind][count / 2];
    }
    return medians;
  }
}
