package org.ridgeline.synth.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ridgeline.vocabulary.GrayImage;

/// The sensor tables of docs/synth.md: prints of sensors beside real sets and beside prints without
/// a sensor, measured alike. Takes minutes: runs only when asked for; real sets are left out where
/// they are not there.
@EnabledIfSystemProperty(named = "synth.sensors", matches = "true")
class SensorStatisticsIT {
  private static final int FINGERS = Integer.getInteger("synth.fingers", 20);
  private static final int IMPRESSIONS = 8;
  private static final long SEED = Long.getLong("synth.seed", 1);

  private final List<String> looks = new ArrayList<>();
  private final List<String> pairs = new ArrayList<>();
  private final List<String> scores = new ArrayList<>();
  private double worst;

  @Test
  void comparesPrintsOfSensorsWithRealOnes() throws IOException {
    if (!Boolean.getBoolean("synth.only")) {
      for (PrintImages set : PrintImages.real()) {
        measure(set);
      }
    }
    measure(PrintImages.plain(FINGERS, IMPRESSIONS));
    for (SensorKind kind : SensorKind.values()) {
      measure(PrintImages.sensor(kind, SEED, FINGERS, IMPRESSIONS));
    }
    table(
        "| set | area, 1000 px | grey of ridge area p5/50/95 | contrast | coherence | dark share"
            + " | cells over / under inked | broken | period p10/50/90 |",
        looks);
    table("| set | turn p50/90 | shift p50/90 | bent p50/90 | pairs p10/50/90 | paired |", pairs);
    table("| set | genuine p5/50/95 | impostor p99/99.9/max | EER | missed at FMR 1e-2 |", scores);
    assertThat(worst).as("highest EER of a set").isLessThan(0.15);
  }

  private static void table(String head, List<String> rows) {
    System.out.println();
    System.out.println(head);
    System.out.println("|" + "---|".repeat((int) head.chars().filter(c -> c == '|').count() - 1));
    rows.forEach(System.out::println);
  }

  private void measure(PrintImages set) {
    List<RidgeLook> all =
        set.fingers().stream().flatMap(List::stream).parallel().map(RidgeLook::of).toList();
    looks.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.0f / %.0f / %.0f | %.0f | %.2f | %.2f | %.2f / %.2f | %.3f | %s |",
            set.name(),
            spread(all, look -> look.area() / 1000, "%.0f"),
            mean(all, look -> look.grey()[0]),
            mean(all, look -> look.grey()[1]),
            mean(all, look -> look.grey()[2]),
            mean(all, RidgeLook::contrast),
            mean(all, RidgeLook::coherence),
            mean(all, RidgeLook::dark),
            mean(all, look -> look.wetDry()[0]),
            mean(all, look -> look.wetDry()[1]),
            mean(all, RidgeLook::broken),
            spread(all, RidgeLook::period, "%.1f")));
    List<List<FingerprintTemplate>> templates =
        set.fingers().stream()
            .map(f -> f.stream().parallel().map(SensorStatisticsIT::template).toList())
            .toList();
    pairs(set.name(), templates);
    scores(set.name(), templates);
  }

  private static FingerprintTemplate template(GrayImage image) {
    FingerprintImageOptions options = new FingerprintImageOptions().dpi(500);
    return new FingerprintTemplate(
        new FingerprintImage(image.widthPx(), image.heightPx(), image.pixels(), options));
  }

  private void pairs(String name, List<List<FingerprintTemplate>> fingers) {
    List<PairLook> met = new ArrayList<>();
    int tried = 0;
    for (List<FingerprintTemplate> finger : fingers) {
      for (int i = 0; i + 1 < finger.size(); i++) {
        PairLook look = PairLook.of(finger.get(i), finger.get(i + 1));
        tried++;
        if (look.pairs() >= 8) {
          met.add(look);
        }
      }
    }
    pairs.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %s | %.0f %% |",
            name,
            upper(met, PairLook::turn, "%.0f"),
            upper(met, PairLook::shift, "%.0f"),
            upper(met, PairLook::bent, "%.1f"),
            spread(met, PairLook::pairs, "%.0f"),
            100.0 * met.size() / tried));
  }

  private void scores(String name, List<List<FingerprintTemplate>> fingers) {
    List<Double> genuine = new ArrayList<>();
    List<Double> impostor = new ArrayList<>();
    for (int finger = 0; finger < fingers.size(); finger++) {
      for (int i = 0; i < fingers.get(finger).size(); i++) {
        FingerprintMatcher matcher = new FingerprintMatcher(fingers.get(finger).get(i));
        for (int j = i + 1; j < fingers.get(finger).size(); j++) {
          genuine.add(matcher.match(fingers.get(finger).get(j)));
        }
        for (int other = finger + 1; other < Math.min(fingers.size(), finger + 20); other++) {
          fingers.get(other).forEach(print -> impostor.add(matcher.match(print)));
        }
      }
    }
    double[] own = genuine.stream().mapToDouble(d -> d).sorted().toArray();
    double[] foreign = impostor.stream().mapToDouble(d -> d).sorted().toArray();
    double eer = eer(own, foreign);
    worst = Math.max(worst, eer);
    scores.add(
        String.format(
            Locale.ROOT,
            "| %s | %.0f / %.0f / %.0f | %.0f / %.0f / %.0f | %.1f %% | %.1f %% |",
            name,
            at(own, 0.05),
            at(own, 0.5),
            at(own, 0.95),
            at(foreign, 0.99),
            at(foreign, 0.999),
            at(foreign, 1),
            100 * eer,
            100 * below(own, at(foreign, 0.99))));
  }

  private static double eer(double[] own, double[] foreign) {
    double best = 1;
    for (double threshold : own) {
      double missed = below(own, threshold);
      double matched = 1 - below(foreign, threshold);
      best = Math.min(best, Math.max(missed, matched));
    }
    return best;
  }

  private static double below(double[] sorted, double value) {
    return Arrays.stream(sorted).filter(each -> each < value).count() / (double) sorted.length;
  }

  private static <T> double mean(List<T> all, ToDoubleFunction<T> value) {
    return all.stream().mapToDouble(value).average().orElse(0);
  }

  private static <T> String spread(List<T> all, ToDoubleFunction<T> value, String form) {
    double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
    return String.format(
        Locale.ROOT,
        form + " / " + form + " / " + form,
        at(sorted, 0.1),
        at(sorted, 0.5),
        at(sorted, 0.9));
  }

  private static <T> String upper(List<T> all, ToDoubleFunction<T> value, String form) {
    double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
    return String.format(Locale.ROOT, form + " / " + form, at(sorted, 0.5), at(sorted, 0.9));
  }

  private static double at(double[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))];
  }
}
