package org.ridgeline.synth.print;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.FingerPosition;

/// Fingers, real or synthetic, as templates of their impressions: what the measurements compare.
record PrintSet(String name, List<List<FingerprintTemplate>> fingers) {
  private static final Path REAL =
      Path.of(System.getProperty("synth.prints", "../../shared/data/prints"));

  private static final Map<String, Integer> REAL_PPI =
      new TreeMap<>(
          Map.of(
              "neurotech_crossmatch", 500,
              "fvc2002_db1b", 500,
              "fvc2002_db2b", 569,
              "fvc2004_db1b", 500,
              "fvc2004_db3b", 512));

  /// The real sets that are here: none on most machines.
  static List<PrintSet> real() throws IOException {
    List<PrintSet> sets = new ArrayList<>();
    for (Map.Entry<String, Integer> set : REAL_PPI.entrySet()) {
      if (Files.isDirectory(REAL.resolve(set.getKey()))) {
        sets.add(real(set.getKey(), set.getValue()));
      }
    }
    return sets;
  }

  private static PrintSet real(String name, int ppi) throws IOException {
    TreeMap<String, List<FingerprintTemplate>> fingers = new TreeMap<>();
    try (var files = Files.list(REAL.resolve(name))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tif")).sorted().toList()) {
        String print = file.getFileName().toString();
        String finger = print.substring(0, print.lastIndexOf('_'));
        fingers.computeIfAbsent(finger, _ -> new ArrayList<>()).add(read(file, ppi));
      }
    }
    return new PrintSet(name, List.copyOf(fingers.values()));
  }

  private static FingerprintTemplate read(Path file, int ppi) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    byte[] pixels = new byte[image.getWidth() * image.getHeight()];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % image.getWidth();
      pixels[i] = (byte) image.getRaster().getSample(x, i / image.getWidth(), 0);
    }
    FingerprintImageOptions options = new FingerprintImageOptions().dpi(ppi);
    return new FingerprintTemplate(
        new FingerprintImage(image.getWidth(), image.getHeight(), pixels, options));
  }

  /// Plain prints of so many fingers, drawn and extracted.
  static PrintSet images(int fingers, int impressions) {
    List<List<FingerprintTemplate>> all = new ArrayList<>();
    for (int number = 0; number < fingers; number++) {
      Finger finger = FingerMaker.make(number / 10, position(number));
      List<FingerprintTemplate> templates = new ArrayList<>();
      for (int touch = 0; touch < impressions; touch++) {
        ImpressionStyle style = ImpressionStyle.plain(quality(number, touch));
        templates.add(Judge.template(Impression.of(finger, Dice.hash(number, touch), style)));
      }
      all.add(templates);
    }
    return new PrintSet("synthetic images, plain", all);
  }

  /// A rolled and a plain print of each finger.
  static PrintSet rolledAndPlain(int fingers) {
    List<List<FingerprintTemplate>> all = new ArrayList<>();
    for (int number = 0; number < fingers; number++) {
      Finger finger = FingerMaker.make(number / 10, position(number));
      ImpressionStyle rolled = ImpressionStyle.rolled(quality(number, 3));
      ImpressionStyle plain = ImpressionStyle.plain(quality(number, 4));
      all.add(
          List.of(
              Judge.template(Impression.of(finger, Dice.hash(number, 3), rolled)),
              Judge.template(Impression.of(finger, Dice.hash(number, 4), plain))));
    }
    return new PrintSet("synthetic images, rolled against plain", all);
  }

  /// Plain templates of sketches.
  static PrintSet sketches(int fingers, int impressions) throws IOException {
    List<List<FingerprintTemplate>> all = new ArrayList<>();
    for (int number = 0; number < fingers; number++) {
      FingerSketch finger = FingerSketch.make(number / 10, position(number));
      List<FingerprintTemplate> templates = new ArrayList<>();
      for (int touch = 0; touch < impressions; touch++) {
        ImpressionStyle style = ImpressionStyle.plain(quality(number, touch));
        templates.add(Judge.template(finger.impression(Dice.hash(number, touch), style)));
      }
      all.add(templates);
    }
    return new PrintSet("synthetic templates, plain", all);
  }

  private static FingerPosition position(int number) {
    return FingerPosition.values()[number % 10];
  }

  private static int quality(int number, int touch) {
    return (int) Math.clamp(Dice.of(number, touch, 9).normal(68, 17, 3), 5, 98);
  }
}
