package org.ridgeline.synth.sensor;

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
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Prints to measure, real or synthetic: impressions by finger, all at 500 ppi.
record PrintImages(String name, List<List<GrayImage>> fingers) {
  private static final Path REAL =
      Path.of(System.getProperty("synth.prints", "../../shared/data/prints"));

  private static final Map<String, Integer> REAL_PPI =
      new TreeMap<>(
          Map.of(
              "fvc2002_db1b", 500,
              "fvc2002_db2b", 569,
              "fvc2002_db4b", 500,
              "fvc2004_db1b", 500,
              "fvc2004_db3b", 512,
              "neurotech_crossmatch", 500));

  /// The real sets that are here: none on most machines.
  static List<PrintImages> real() throws IOException {
    List<PrintImages> sets = new ArrayList<>();
    for (Map.Entry<String, Integer> set : REAL_PPI.entrySet()) {
      if (Files.isDirectory(REAL.resolve(set.getKey()))) {
        sets.add(real(set.getKey(), set.getValue()));
      }
    }
    return sets;
  }

  private static PrintImages real(String name, int ppi) throws IOException {
    TreeMap<String, List<GrayImage>> fingers = new TreeMap<>();
    try (var files = Files.list(REAL.resolve(name))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tif")).sorted().toList()) {
        String print = file.getFileName().toString();
        String finger = print.substring(0, print.lastIndexOf('_'));
        fingers.computeIfAbsent(finger, _ -> new ArrayList<>()).add(read(file, ppi));
      }
    }
    return new PrintImages(name, List.copyOf(fingers.values()));
  }

  private static GrayImage read(Path file, int ppi) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    int width = image.getWidth() * 500 / ppi;
    int height = image.getHeight() * 500 / ppi;
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      double x = Math.min(i % width * ppi / 500.0, image.getWidth() - 1.001);
      double y = Math.min(i / width * ppi / 500.0, image.getHeight() - 1.001);
      pixels[i] = (byte) Math.round(between(image, x, y));
    }
    return GrayImage.of(width, height, 500, pixels);
  }

  private static double between(BufferedImage image, double x, double y) {
    int left = (int) x;
    int top = (int) y;
    double right = x - left;
    double a = image.getRaster().getSample(left, top, 0);
    double b = image.getRaster().getSample(left + 1, top, 0);
    double c = image.getRaster().getSample(left, top + 1, 0);
    double d = image.getRaster().getSample(left + 1, top + 1, 0);
    return (a + right * (b - a)) * (1 - y + top) + (c + right * (d - c)) * (y - top);
  }

  /// Plain prints as cards carry them, without a sensor of its own.
  static PrintImages plain(int fingers, int impressions) {
    List<List<GrayImage>> all = new ArrayList<>();
    for (int number = 0; number < fingers; number++) {
      var finger = FingerMaker.make(number / 10, FingerPosition.values()[number % 10]);
      List<GrayImage> prints = new ArrayList<>();
      for (int touch = 0; touch < impressions; touch++) {
        int quality = (int) Math.clamp(Dice.of(number, touch, 9).normal(68, 17, 3), 5, 98);
        ImpressionStyle style = ImpressionStyle.plain(quality);
        prints.add(Impression.of(finger, Dice.hash(number, touch), style));
      }
      all.add(prints);
    }
    return new PrintImages("synth prints", all);
  }

  /// Prints of a series.
  static PrintImages sensor(SensorKind kind, long seed, int fingers, int impressions) {
    PrintSeries series = PrintSeries.of(seed, kind, fingers, impressions);
    List<List<GrayImage>> all = new ArrayList<>();
    for (int finger = 1; finger <= fingers; finger++) {
      all.add(series.finger(finger).stream().map(SeriesPrint::image).toList());
    }
    return new PrintImages(kind.name().toLowerCase(java.util.Locale.ROOT), all);
  }
}
