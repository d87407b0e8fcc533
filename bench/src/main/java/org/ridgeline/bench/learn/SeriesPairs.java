package org.ridgeline.bench.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ridgeline.extract.Extractor;
import org.ridgeline.synth.sensor.PrintSeries;
import org.ridgeline.synth.sensor.SensorKind;
import org.ridgeline.synth.sensor.SensorStyle;
import org.ridgeline.synth.sensor.SeriesPrint;
import org.ridgeline.vocabulary.Template;

/// Pairs of fictional prints, taken as a search takes them: extracted from images, kept as
/// templates.
///
/// Genuine are all pairs of a finger's usable prints on one sensor, and of these but the first with
/// one print of the finger on another kind of sensor (whose touch is the first's). Impostors are
/// pairs of two fingers on one sensor, and one of each two fingers across the sensors.
/// - **Shape** `touches`: of a finger on a sensor, at least 2; `strangers`: pairs of prints on one
///   sensor of each two fingers, at least 1
/// - **Error** otherwise: IllegalArgumentException
public record SeriesPairs(int fingers, int touches, int strangers) {
  public SeriesPairs {
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

  /// One pair of prints, made ready for a comparison.
  public record Pair<P>(P one, P other, boolean isGenuine) {}

  /// The usable prints of a finger.
  private record Prints<P>(List<P> touches, List<P> elsewhere, boolean hasFirst) {}

  /// All pairs of the sensor of a kind that the seed gives, in one order however they were made.
  /// - **Shape** `ready`: makes a usable print's template ready; empty: the print is left out
  public <P> List<Pair<P>> of(long seed, SensorKind kind, Function<Template, Optional<P>> ready) {
    PrintSeries series = PrintSeries.of(seed, kind, fingers, touches);
    SensorKind[] kinds = SensorKind.values();
    SensorKind another = kinds[(kind.ordinal() + 1) % kinds.length];
    PrintSeries elsewhere =
        new PrintSeries(series.seed(), SensorStyle.of(another, series.seed()), fingers, 1);
    List<Prints<P>> prints =
        IntStream.rangeClosed(1, fingers)
            .parallel()
            .mapToObj(finger -> prints(series.finger(finger), elsewhere.finger(finger), ready))
            .toList();
    List<Pair<P>> pairs = new ArrayList<>();
    for (int i = 0; i < fingers; i++) {
      genuine(prints.get(i), pairs);
      for (int j = i + 1; j < fingers; j++) {
        impostors(prints.get(i), prints.get(j), pairs);
      }
    }
    return pairs;
  }

  private static <P> Prints<P> prints(
      List<SeriesPrint> touches,
      List<SeriesPrint> elsewhere,
      Function<Template, Optional<P>> ready) {
    return new Prints<>(
        usable(touches.stream(), ready).toList(),
        usable(elsewhere.stream(), ready).toList(),
        usable(touches.stream().limit(1), ready).findAny().isPresent());
  }

  private static <P> Stream<P> usable(
      Stream<SeriesPrint> prints, Function<Template, Optional<P>> ready) {
    return prints
        .map(print -> Extractor.extract(print.image()))
        .filter(Extractor::isUsable)
        .flatMap(template -> ready.apply(template).stream());
  }

  private static <P> void genuine(Prints<P> finger, List<Pair<P>> pairs) {
    List<P> touches = finger.touches();
    for (int a = 0; a < touches.size(); a++) {
      for (int b = a + 1; b < touches.size(); b++) {
        pairs.add(new Pair<>(touches.get(a), touches.get(b), true));
      }
    }
    // The same touch on two sensors lies alike on both: no pair that daily work brings.
    for (P print : finger.elsewhere()) {
      touches.stream()
          .skip(finger.hasFirst() ? 1 : 0)
          .forEach(touch -> pairs.add(new Pair<>(touch, print, true)));
    }
  }

  private <P> void impostors(Prints<P> one, Prints<P> other, List<Pair<P>> pairs) {
    int a = one.touches().size();
    int b = other.touches().size();
    for (int k = 0; k < Math.min(strangers, a * b); k++) {
      // Each step another print of both, all pairs once.
      pairs.add(new Pair<>(one.touches().get(k % a), other.touches().get((k + k / a) % b), false));
    }
    if (a > 0 && !other.elsewhere().isEmpty()) {
      pairs.add(new Pair<>(one.touches().getLast(), other.elsewhere().getFirst(), false));
    }
  }
}
