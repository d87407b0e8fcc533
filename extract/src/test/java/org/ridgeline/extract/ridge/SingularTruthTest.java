package org.ridgeline.extract.ridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.synth.print.PatternClass;
import org.ridgeline.synth.sensor.PrintSeries;
import org.ridgeline.synth.sensor.PrintTruth;
import org.ridgeline.synth.sensor.SensorKind;
import org.ridgeline.vocabulary.PackedRidges;
import org.ridgeline.vocabulary.Ridges;
import org.ridgeline.vocabulary.SingularPoint;

/// Cores, deltas and hints against the truth of fictional prints of six kinds of sensor. The tables
/// of docs/ridges.md: `-Dsingular.fingers=40`, other prints: `-Dsingular.seed=8`.
class SingularTruthTest {
  private static final int FINGERS = Integer.getInteger("singular.fingers", 10);
  private static final long SEED = Long.getLong("singular.seed", 101);
  private static final int IMPRESSIONS = 4;

  private final SingularTally cores = new SingularTally();
  private final SingularTally deltas = new SingularTally();
  private final Map<PatternHint, Map<PatternClass, Integer>> hints =
      new EnumMap<>(PatternHint.class);
  private int prints;
  private int hinted;
  private int right;
  private int onArches;

  @Test
  void findsMostTruePointsAndFewOthers() {
    look(false);
    String table = table();
    print(table);
    assertThat(cores.within(10)).as(table).isGreaterThan(0.78);
    assertThat(cores.within(20)).as(table).isGreaterThan(0.90);
    assertThat(deltas.within(10)).as(table).isGreaterThan(0.82);
    assertThat(deltas.within(20)).as(table).isGreaterThan(0.90);
    assertThat(falsePerPrint(10)).as(table).isLessThan(0.27);
    assertThat(falsePerPrint(20)).as(table).isLessThan(0.10);
    assertThat(onArches).as(table).isLessThanOrEqualTo(prints / 100);
    assertThat(right / (double) hinted).as(table).isGreaterThan(0.95);
    assertThat(hinted / (double) prints).as(table).isGreaterThan(0.70);
  }

  @Test
  void findsThemInATemplatesRidges() {
    look(true);
    String table = table();
    print(table);
    assertThat(cores.within(10)).as(table).isGreaterThan(0.75);
    assertThat(cores.within(20)).as(table).isGreaterThan(0.90);
    assertThat(deltas.within(10)).as(table).isGreaterThan(0.82);
    assertThat(falsePerPrint(20)).as(table).isLessThan(0.10);
    assertThat(right / (double) hinted).as(table).isGreaterThan(0.95);
  }

  private void look(boolean isPacked) {
    for (SensorKind kind : SensorKind.values()) {
      PrintSeries.of(SEED, kind, FINGERS, IMPRESSIONS)
          .prints()
          .forEach(print -> {
            Ridges seen = Drawn.seen(print.image());
            int width = print.image().widthPx();
            int height = print.image().heightPx();
            add(print.truth(), isPacked ? PackedRidges.of(width, height, seen).unpacked() : seen);
          });
    }
  }

  private void add(PrintTruth truth, Ridges ridges) {
    List<SingularPoint> found = SingularPoints.of(ridges);
    prints++;
    cores.add(truth, truth.cores(), of(found, SingularPoint.Core.class));
    deltas.add(truth, truth.deltas(), of(found, SingularPoint.Delta.class));
    onArches += truth.pattern() == PatternClass.ARCH ? found.size() : 0;
    PatternHint hint = PatternHint.of(found);
    hints
        .computeIfAbsent(hint, _ -> new EnumMap<>(PatternClass.class))
        .merge(truth.pattern(), 1, Integer::sum);
    hinted += hint == PatternHint.UNKNOWN ? 0 : 1;
    right += isRight(hint, truth.pattern()) ? 1 : 0;
  }

  private static boolean isRight(PatternHint hint, PatternClass pattern) {
    return switch (hint) {
      case ARCH -> pattern == PatternClass.ARCH || pattern == PatternClass.TENTED_ARCH;
      case LEFT_LOOP -> pattern == PatternClass.LEFT_LOOP;
      case RIGHT_LOOP -> pattern == PatternClass.RIGHT_LOOP;
      case WHORL -> pattern == PatternClass.WHORL || pattern == PatternClass.DOUBLE_LOOP;
      case UNKNOWN -> false;
    };
  }

  private static List<SingularPoint> of(
      List<SingularPoint> found, Class<? extends SingularPoint> kind) {
    return found.stream().filter(kind::isInstance).toList();
  }

  private double falsePerPrint(double px) {
    return (cores.falseBeyond(px) + deltas.falseBeyond(px)) / (double) prints;
  }

  private String table() {
    return "%n%d prints; found on arches: %d; hints right: %d of %d%n%s%n%s%n%s%n%s%n"
        .formatted(
            prints,
            onArches,
            right,
            hinted,
            "| kind | true | within 10 px | within 20 px | false beyond 10 | beyond 20 | median |",
            cores.row("cores", prints),
            deltas.row("deltas", prints),
            hints);
  }

  private static void print(String table) {
    if (System.getProperty("singular.fingers") != null) {
      System.out.print(table);
    }
  }
}
