package org.ridgeline.search.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.extract.ridge.RidgeReader;
import org.ridgeline.search.compare.PhaseComparison.Effort;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

class PhaseComparisonTest {
  private static final int FINGERS = 5;
  private static final List<GrayImage> FIRST = touches(1);
  private static final List<GrayImage> SECOND = touches(2);

  private final PhaseComparison comparison = new PhaseComparison(Effort.QUICK);

  @Test
  void twoTouchesOfAFingerAreMoreAlikeThanTwoFingers() {
    float mates = Float.MAX_VALUE;
    float strangers = -Float.MAX_VALUE;
    for (int i = 0; i < FINGERS; i++) {
      for (int j = 0; j < FINGERS; j++) {
        float score = score(FIRST.get(i), SECOND.get(j));
        if (i == j) {
          mates = Math.min(mates, score);
        } else {
          strangers = Math.max(strangers, score);
        }
      }
    }
    assertThat(mates).isGreaterThan(strangers + 10);
  }

  @Test
  void whichPrintIsNamedFirstIsNoMatter() {
    for (int i = 0; i < FINGERS; i++) {
      ReadyPrint one = ready(FIRST.get(i));
      ReadyPrint mate = ready(SECOND.get(i));
      ReadyPrint stranger = ready(SECOND.get((i + 1) % FINGERS));
      assertThat(comparison.compare(mate, one)).isEqualTo(comparison.compare(one, mate));
      assertThat(comparison.compare(stranger, one)).isEqualTo(comparison.compare(one, stranger));
    }
  }

  @Test
  void whatWasComparedBeforeIsNoMatter() {
    ReadyPrint one = ready(FIRST.getFirst());
    ReadyPrint other = ready(SECOND.getFirst());
    Evidence fresh = new PhaseComparison(Effort.QUICK).compare(one, other);
    comparison.compare(ready(FIRST.get(1)), ready(SECOND.get(2)));
    assertThat(comparison.compare(one, other)).isEqualTo(fresh);
  }

  @Test
  void aPrintTurnedAndMovedIsStillTheSame() {
    GrayImage print = FIRST.getFirst();
    float straight = score(print, SECOND.getFirst());
    for (double degrees : new double[] {-120, -30, 17, 90, 180}) {
      float turned = score(turned(print, Math.toRadians(degrees)), SECOND.getFirst());
      assertThat(turned).as("turned by %s", degrees).isGreaterThan(0.8f * straight);
    }
  }

  @Test
  void withoutMinutiaeNothingIsSaid() {
    ReadyPrint blank = ready(GrayImage.of(100, 100, 500, new byte[10_000]));
    assertThat(comparison.compare(blank, ready(FIRST.getFirst()))).isEqualTo(Evidence.NONE);
    assertThat(comparison.compare(blank, blank)).isEqualTo(Evidence.NONE);
  }

  private float score(GrayImage one, GrayImage other) {
    return PhaseScore.of(comparison.compare(ready(one), ready(other)));
  }

  private static ReadyPrint ready(GrayImage image) {
    return ReadyPrint.of(RidgeReader.read(image));
  }

  private static List<GrayImage> touches(int touch) {
    return IntStream.range(0, FINGERS)
        .mapToObj(finger ->
            Impression.of(
                FingerMaker.make(100 + finger, FingerPosition.RIGHT_MIDDLE),
                touch,
                ImpressionStyle.plain(70)))
        .toList();
  }

  /// Turned about its middle, on a larger sheet.
  private static GrayImage turned(GrayImage image, double angle) {
    int side = (int) Math.hypot(image.widthPx(), image.heightPx()) + 1;
    byte[] pixels = new byte[side * side];
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double dx = x - side / 2.0;
        double dy = y - side / 2.0;
        double fromX = cosine * dx + sine * dy + image.widthPx() / 2.0;
        double fromY = -sine * dx + cosine * dy + image.heightPx() / 2.0;
        pixels[y * side + x] = (byte) grey(image, fromX, fromY);
      }
    }
    return GrayImage.of(side, side, image.resolutionPpi(), pixels);
  }

  private static int grey(GrayImage image, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left + 1 >= image.widthPx() || top + 1 >= image.heightPx()) {
      return 255;
    }
    double right = x - left;
    double down = y - top;
    double above = image.at(left, top) * (1 - right) + image.at(left + 1, top) * right;
    double below = image.at(left, top + 1) * (1 - right) + image.at(left + 1, top + 1) * right;
    return (int) Math.round(above * (1 - down) + below * down);
  }
}
