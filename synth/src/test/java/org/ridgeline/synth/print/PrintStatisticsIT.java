package org.ridgeline.synth.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.FingerPosition;

/// The table of docs/synth.md: synthetic fingers beside real sets, measured alike. Takes minutes:
/// runs only when asked for; real sets are left out where they are not there.
@EnabledIfSystemProperty(named = "synth.statistics", matches = "true")
class PrintStatisticsIT {
  private static final Path REAL = Path.of("../../shared/data/prints");
  private static final int FINGERS = Integer.getInteger("synth.fingers", 150);
  private static final double THRESHOLD = 40;

  /// The templates of each finger's impressions.
  private interface Source {
    List<FingerprintTemplate> impressions(int finger) throws IOException;
  }

  @Test
  void comparesSyntheticFingersWithRealOnes() throws IOException {
    System.out.println(
        "| set | fingers | minutiae p5/50/95 | genuine p5/50/95 | below 40 | "
            + "impostor pairs | impostor p99/p99.9/max |");
    System.out.println("|---|---|---|---|---|---|---|");
    real("neurotech_crossmatch", 500);
    real("fvc2002_db1b", 500);
    real("fvc2002_db2b", 569);
    real("fvc2004_db1b", 500);
    real("fvc2004_db3b", 512);
    double[] images = row("synthetic images, plain", FINGERS, this::images);
    row("synthetic images, rolled against plain", FINGERS, this::rolledAndPlain);
    double[] sketches = row("synthetic templates, plain", 4 * FINGERS, this::sketches);
    assertThat(images[0]).as("median genuine score").isBetween(100.0, 260.0);
    assertThat(sketches[0]).as("median genuine score").isBetween(100.0, 260.0);
    assertThat(images[1]).as("99 % of impostor scores").isLessThan(20);
    assertThat(sketches[1]).as("99 % of impostor scores").isLessThan(20);
  }

  private List<FingerprintTemplate> images(int number) {
    Finger finger = FingerMaker.make(number / 10, position(number));
    List<FingerprintTemplate> templates = new ArrayList<>();
    for (int touch = 0; touch < 3; touch++) {
      ImpressionStyle style = ImpressionStyle.plain(quality(number, touch));
      templates.add(Judge.template(Impression.of(finger, Dice.hash(number, touch), style)));
    }
    return templates;
  }

  private List<FingerprintTemplate> rolledAndPlain(int number) {
    Finger finger = FingerMaker.make(number / 10, position(number));
    ImpressionStyle rolled = ImpressionStyle.rolled(quality(number, 3));
    ImpressionStyle plain = ImpressionStyle.plain(quality(number, 4));
    return List.of(
        Judge.template(Impression.of(finger, Dice.hash(number, 3), rolled)),
        Judge.template(Impression.of(finger, Dice.hash(number, 4), plain)));
  }

  private List<FingerprintTemplate> sketches(int number) throws IOException {
    FingerSketch finger = FingerSketch.make(number / 10, position(number));
    List<FingerprintTemplate> templates = new ArrayList<>();
    for (int touch = 0; touch < 3; touch++) {
      ImpressionStyle style = ImpressionStyle.plain(quality(number, touch));
      templates.add(Judge.template(finger.impression(Dice.hash(number, touch), style)));
    }
    return templates;
  }

  private static FingerPosition position(int number) {
    return FingerPosition.values()[number % 10];
  }

  private static int quality(int number, int touch) {
    return (int) Math.clamp(Dice.of(number, touch, 9).normal(68, 17, 3), 5, 98);
  }

  private void real(String set, int dpi) throws IOException {
    Path folder = REAL.resolve(set);
    if (!Files.isDirectory(folder)) {
      System.out.println("| " + set + " | not here | | | | | |");
      return;
    }
    TreeMap<String, List<Path>> fingers = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tif")).sorted().toList()) {
        String name = file.getFileName().toString();
        String finger = name.substring(0, name.lastIndexOf('_'));
        fingers.computeIfAbsent(finger, _ -> new ArrayList<>()).add(file);
      }
    }
    List<List<Path>> all = new ArrayList<>(fingers.values());
    row(
        set,
        all.size(),
        number -> {
          List<FingerprintTemplate> templates = new ArrayList<>();
          for (Path file : all.get(number)) {
            templates.add(read(file, dpi));
          }
          return templates;
        });
  }

  private static FingerprintTemplate read(Path file, int dpi) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    byte[] pixels = new byte[image.getWidth() * image.getHeight()];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % image.getWidth();
      pixels[i] = (byte) image.getRaster().getSample(x, i / image.getWidth(), 0);
    }
    FingerprintImageOptions options = new FingerprintImageOptions().dpi(dpi);
    return new FingerprintTemplate(
        new FingerprintImage(image.getWidth(), image.getHeight(), pixels, options));
  }

  /// Measures and prints one set; gives the median genuine score and the 99th percentile of the
  /// impostors'. Impostors: the first impression of each finger against the second of each other.
  private static double[] row(String name, int fingers, Source source) throws IOException {
    List<List<FingerprintTemplate>> all = new ArrayList<>();
    List<Double> minutiae = new ArrayList<>();
    for (int finger = 0; finger < fingers; finger++) {
      List<FingerprintTemplate> impressions = source.impressions(finger);
      all.add(impressions);
      for (FingerprintTemplate template : impressions) {
        minutiae.add((double) Judge.minutiae(template));
      }
    }
    List<Double> genuine = new ArrayList<>();
    List<Double> impostor = new ArrayList<>();
    for (int finger = 0; finger < fingers; finger++) {
      List<FingerprintTemplate> own = all.get(finger);
      for (int first = 0; first < own.size(); first++) {
        FingerprintMatcher matcher = new FingerprintMatcher(own.get(first));
        for (int second = first + 1; second < own.size(); second++) {
          genuine.add(matcher.match(own.get(second)));
        }
        for (int other = 0; first == 0 && other < fingers; other++) {
          if (other != finger) {
            impostor.add(matcher.match(all.get(other).get(1)));
          }
        }
      }
    }
    double below = genuine.stream().filter(score -> score < THRESHOLD).count();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f / %.0f / %.0f | %.0f / %.0f / %.0f | %.1f %% "
            + "| %d | %.0f / %.0f / %.0f |%n",
        name,
        fingers,
        at(minutiae, 0.05),
        at(minutiae, 0.5),
        at(minutiae, 0.95),
        at(genuine, 0.05),
        at(genuine, 0.5),
        at(genuine, 0.95),
        100 * below / genuine.size(),
        impostor.size(),
        at(impostor, 0.99),
        at(impostor, 0.999),
        at(impostor, 1));
    return new double[] {at(genuine, 0.5), at(impostor, 0.99)};
  }

  private static double at(List<Double> values, double part) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) (part * (sorted.length - 1))];
  }
}
