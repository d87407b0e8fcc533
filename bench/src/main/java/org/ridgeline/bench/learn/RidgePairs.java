package org.ridgeline.bench.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ridgeline.extract.Extractor;
import org.ridgeline.search.compare.Evidence;
import org.ridgeline.search.compare.PhaseComparison;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.synth.sensor.PrintSeries;
import org.ridgeline.synth.sensor.SensorKind;
import org.ridgeline.synth.sensor.SensorStyle;
import org.ridgeline.synth.sensor.SeriesPrint;
import org.ridgeline.vocabulary.Template;

/// Pairs of fictional prints and what the comparison of their ridges says, taken as a search takes
/// them: extracted from images, kept as templates, compared quickly.
///
/// Genuine are all pairs of a finger's usable prints on one sensor, and of these but the first with
/// one print of the finger on another kind of sensor (whose touch is the first's). Impostors are
/// pairs of two fingers on one sensor, and one of each two fingers across the sensors.
/// - **Shape** `touches`: of a finger on a sensor, at least 2; `strangers`: pairs of prints on one
///   sensor of each two fingers, at least 1
/// - **Error** otherwise: IllegalArgumentException
public record RidgePairs(int fingers, int touches, int strangers) {
  private static final ThreadLocal<PhaseComparison> COMPARISONS =
      ThreadLocal.withInitial(() -> new PhaseComparison(Effort.QUICK));

  public RidgePairs {
    if (fingers < 2 || touches < 2 || strangers < 1) {
      throw new IllegalArgumentException(
          "fingers="
              + fingers
              + " touches="
              + touches
              + " strangers="
              + strangers
              + " limit=2.., 2.., 1..");
    }
  }

  /// One pair.
  public record Compared(Evidence evidence, boolean isGenuine) {}

  private record Pair(ReadyPrint one, ReadyPrint other, boolean isGenuine) {
    Compared compared() {
      return new Compared(COMPARISONS.get().compare(one, other), isGenuine);
    }
  }

  /// The usable prints of a finger.
  private record Prints(List<ReadyPrint> touches, List<ReadyPrint> elsewhere, boolean hasFirst) {}

  /// All pairs of the sensor of a kind that the seed gives, in one order however they were made.
  public List<Compared> of(long seed, SensorKind kind) {
    PrintSeries series = PrintSeries.of(seed, kind, fingers, touches);
    SensorKind[] kinds = SensorKind.values();
    SensorKind another = kinds[(kind.ordinal() + 1) % kinds.length];
    PrintSeries elsewhere =
        new PrintSeries(series.seed(), SensorStyle.of(another, series.seed()), fingers, 1);
    List<Prints> prints =
        IntStream.rangeClosed(1, fingers)
            .parallel()
            .mapToObj(finger -> prints(series.finger(finger), elsewhere.finger(finger)))
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < fingers; i++) {
      genuine(prints.get(i), pairs);
      for (int j = i + 1; j < fingers; j++) {
        impostors(prints.get(i), prints.get(j), pairs);
      }
    }
    return pairs.parallelStream().map(Pair::compared).toList();
  }

  private static Prints prints(List<SeriesPrint> touches, List<SeriesPrint> elsewhere) {
    return new Prints(
        usable(touches.stream()).toList(),
        usable(elsewhere.stream()).toList(),
        usable(touches.stream().limit(1)).findAny().isPresent());
  }

  private static Stream<ReadyPrint> usable(Stream<SeriesPrint> prints) {
    return prints
        .map(print -> Extractor.extract(print.image()))
        .filter(Extractor::isUsable)
        .filter(template -> template.ridges().isPresent())
        .map((Template template) -> ReadyPrint.of(template));
  }

  private static void genuine(Prints finger, List<Pair> pairs) {
    List<ReadyPrint> touches = finger.touches();
    for (int a = 0; a < touches.size(); a++) {
      for (int b = a + 1; b < touches.size(); b++) {
        pairs.add(new Pair(touches.get(a), touches.get(b), true));
      }
    }
    // The same touch on two sensors lies alike on both: no pair that daily work brings.
    for (ReadyPrint print : finger.elsewhere()) {
      touches.stream()
          .skip(finger.hasFirst() ? 1 : 0)
          .forEach(touch -> pairs.add(new Pair(touch, print, true)));
    }
  }

  private void impostors(Prints one, Prints other, List<Pair> pairs) {
    int a = one.touches().size();
    int b = other.touches().size();
    for (int k = 0; k < Math.min(strangers, a * b); k++) {
      // Each step another print of both, all pairs once.
      pairs.add(new Pair(one.touches().get(k % a), other.touches().get((k + k / a) % b), false));
    }
    if (a > 0 && !other.elsewhere().isEmpty()) {
      pairs.add(new Pair(one.touches().getLast(), other.elsewhere().getFirst(), false));
    }
  }
}
