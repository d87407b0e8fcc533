package org.ridgeline.chart.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.extract.ridge.RidgeReader;
import org.ridgeline.vocabulary.GrayImage;

class RidgeInkTest {
  private static final int SIDE = 200;

  /// Ridges are what is dark, whichever way they run.
  @ParameterizedTest
  @ValueSource(ints = {0, 30, 60, 90, 135})
  void inksWhatIsDark(int degrees) {
    double across = Math.cos(Math.toRadians(degrees)) * 2 * Math.PI / 9;
    double down = Math.sin(Math.toRadians(degrees)) * 2 * Math.PI / 9;
    byte[] pixels = new byte[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        pixels[y * SIDE + x] = (byte) Math.round(128 + 100 * Math.cos(x * across + y * down));
      }
    }
    GrayImage stripes = GrayImage.of(SIDE, SIDE, 500, pixels);
    RidgeInk ink = new RidgeInk(RidgeReader.read(stripes).waves());
    double onDark = 0;
    double onLight = 0;
    int count = 0;
    for (int y = 50; y < 150; y++) {
      for (int x = 50; x < 150; x++) {
        int level = stripes.at(x, y);
        onDark += level < 60 ? ink.at(x, y) : 0;
        onLight += level > 196 ? ink.at(x, y) : 0;
        count += level < 60 ? 1 : 0;
      }
    }
    assertThat(onDark / count).isGreaterThan(0.8);
    assertThat(onLight / count).isLessThan(0.2);
  }
}
