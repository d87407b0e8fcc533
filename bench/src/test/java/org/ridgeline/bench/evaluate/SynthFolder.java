package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Prints of fictional fingers, for tests.
final class SynthFolder {
  private SynthFolder() {}

  /// Draws `FINGER_IMPRESSION.png`, both from 1.
  static void draw(Path folder, int fingers, int impressions) throws IOException {
    Files.createDirectories(folder);
    for (int finger = 1; finger <= fingers; finger++) {
      Finger master = FingerMaker.make(77 + finger, FingerPosition.RIGHT_INDEX);
      for (int impression = 1; impression <= impressions; impression++) {
        long touch = Dice.hash(5, finger, impression);
        write(
            folder.resolve(finger + "_" + impression + ".png"),
            Impression.of(master, touch, ImpressionStyle.plain(85)));
      }
    }
  }

  /// An image without a print.
  static void blank(Path file) throws IOException {
    byte[] white = new byte[300 * 300];
    Arrays.fill(white, (byte) 255);
    write(file, GrayImage.of(300, 300, 500, white));
  }

  private static void write(Path file, GrayImage image) throws IOException {
    Files.write(file, ImageEncoder.encode(ImageFormat.PNG, image));
  }
}
