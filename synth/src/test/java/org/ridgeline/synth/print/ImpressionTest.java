package org.ridgeline.synth.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

class ImpressionTest {
  private static final ImpressionStyle ROLLED = ImpressionStyle.rolled(75);
  private static final ImpressionStyle PLAIN = ImpressionStyle.plain(75);

  @Test
  void tellsFingersApartAndKnowsThemAgain() {
    List<FingerprintTemplate> rolled = new ArrayList<>();
    List<FingerprintTemplate> plain = new ArrayList<>();
    for (int person = 0; person < 5; person++) {
      Finger finger = FingerMaker.make(person, FingerPosition.values()[(person * 3) % 10]);
      rolled.add(Judge.template(Impression.of(finger, 1, ROLLED)));
      plain.add(Judge.template(Impression.of(finger, 2, PLAIN)));
    }
    double worstGenuine = Double.MAX_VALUE;
    double bestImpostor = 0;
    for (int i = 0; i < rolled.size(); i++) {
      for (int j = 0; j < plain.size(); j++) {
        double score = Judge.score(rolled.get(i), plain.get(j));
        worstGenuine = i == j ? Math.min(worstGenuine, score) : worstGenuine;
        bestImpostor = i == j ? bestImpostor : Math.max(bestImpostor, score);
      }
    }
    assertThat(worstGenuine).isGreaterThan(40);
    assertThat(bestImpostor).isLessThan(40);
  }

  @Test
  void spacesRidgesAsSkinDoes() {
    for (int person = 0; person < 4; person++) {
      Finger finger = FingerMaker.make(person, FingerPosition.RIGHT_MIDDLE);
      GrayImage print = Impression.of(finger, 5, ImpressionStyle.rolled(95));
      assertThat(Judge.period(print, 250, 275, 70)).as("person %d", person).isBetween(7.2, 12.5);
    }
  }

  @Test
  void printsMoreOfARolledFingerThanOfAPlainOne() {
    for (int person = 0; person < 3; person++) {
      Finger finger = FingerMaker.make(person, FingerPosition.LEFT_INDEX);
      assertThat(dark(Impression.of(finger, 3, ROLLED)))
          .isGreaterThan(dark(Impression.of(finger, 3, PLAIN)));
    }
  }

  @Test
  void spoilsPrintsOfNoQuality() {
    int known = 0;
    for (int person = 0; person < 3; person++) {
      Finger finger = FingerMaker.make(person, FingerPosition.RIGHT_THUMB);
      FingerprintTemplate good = Judge.template(Impression.of(finger, 1, ROLLED));
      FingerprintTemplate bad = Judge.template(Impression.of(finger, 2, ImpressionStyle.rolled(0)));
      known += Judge.score(good, bad) >= 40 ? 1 : 0;
    }
    assertThat(known).isLessThanOrEqualTo(1);
  }

  @Test
  void makesEachTouchAnother() {
    Finger finger = FingerMaker.make(1, FingerPosition.RIGHT_INDEX);
    assertThat(Impression.of(finger, 1, PLAIN).pixels())
        .isNotEqualTo(Impression.of(finger, 2, PLAIN).pixels());
  }

  @Test
  void takesTheSameTouchAtTwiceTheResolution() {
    Finger finger = FingerMaker.make(2, FingerPosition.RIGHT_INDEX);
    GrayImage coarse = Impression.of(finger, 1, PLAIN);
    GrayImage fine = Impression.of(finger, 1, PLAIN.fine());
    assertThat(fine.resolutionPpi()).isEqualTo(1000);
    assertThat(fine.widthPx()).isEqualTo(2 * coarse.widthPx());
    double score = Judge.score(Judge.template(coarse), Judge.template(fine));
    assertThat(score).isGreaterThan(300);
  }

  @Test
  void printsInkOnDarkerPaperAndIsStillKnown() {
    int known = 0;
    for (int person = 0; person < 4; person++) {
      Finger finger = FingerMaker.make(person, FingerPosition.LEFT_MIDDLE);
      GrayImage inked = Impression.of(finger, 1, ROLLED.on(ImpressionStyle.Ground.INK));
      GrayImage plain = Impression.of(finger, 2, PLAIN);
      assertThat(ground(inked)).isBetween(ground(plain) - 50, ground(plain) - 5);
      known += Judge.score(Judge.template(inked), Judge.template(plain)) >= 40 ? 1 : 0;
    }
    assertThat(known).isGreaterThanOrEqualTo(3);
  }

  @Test
  void refusesQualityOutOfLimits() {
    assertThatIllegalArgumentException().isThrownBy(() -> ImpressionStyle.plain(-1));
    assertThat(ImpressionStyle.plain(0).quality()).isZero();
    assertThat(ImpressionStyle.plain(100).quality()).isEqualTo(100);
    assertThatIllegalArgumentException().isThrownBy(() -> ImpressionStyle.plain(101));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImpressionStyle(ImpressionStyle.Kind.PLAIN, 50, 600));
  }

  /// The grey that nine in ten pixels are not above.
  private static int ground(GrayImage image) {
    byte[] pixels = image.pixels().clone();
    int[] greys = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      greys[i] = pixels[i] & 0xFF;
    }
    Arrays.sort(greys);
    return greys[greys.length * 9 / 10];
  }

  private static int dark(GrayImage image) {
    int dark = 0;
    for (byte pixel : image.pixels()) {
      dark += (pixel & 0xFF) < 128 ? 1 : 0;
    }
    return dark;
  }
}
