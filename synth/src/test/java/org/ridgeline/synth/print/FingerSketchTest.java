package org.ridgeline.synth.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

class FingerSketchTest {
  private static final int FINGERS = 40;

  @Test
  void givesTheSameTemplateAgainAndAnotherForAnotherTouch() {
    Template first = sketch(3).impression(1, ImpressionStyle.rolled(70));
    assertThat(sketch(3).impression(1, ImpressionStyle.rolled(70))).isEqualTo(first);
    assertThat(sketch(3).impression(2, ImpressionStyle.rolled(70))).isNotEqualTo(first);
    assertThat(Arrays.hashCode(first.toBytes())).isEqualTo(476710054);
  }

  @Test
  void holdsAsManyMinutiaeAsPrintsDo() {
    double rolled = 0;
    double plain = 0;
    for (int i = 0; i < FINGERS; i++) {
      rolled += sketch(i).impression(1, ImpressionStyle.rolled(70)).minutiae().size();
      plain += sketch(i).impression(2, ImpressionStyle.plain(70)).minutiae().size();
    }
    // Ridges of real prints hold 6.2 minutiae in 100 x 100 pixels; a roll shows 150,000 pixels.
    assertThat(rolled / FINGERS).isBetween(80.0, 100.0);
    assertThat(plain / FINGERS).isBetween(40.0, 58.0);
  }

  @Test
  void isKnownAgainAndToldApart() throws Exception {
    List<FingerprintTemplate> rolled = new ArrayList<>();
    List<FingerprintTemplate> plain = new ArrayList<>();
    for (int i = 0; i < FINGERS; i++) {
      rolled.add(Judge.template(sketch(i).impression(1, ImpressionStyle.rolled(72))));
      plain.add(Judge.template(sketch(i).impression(2, ImpressionStyle.plain(72))));
    }
    int missed = 0;
    double genuine = 0;
    double bestImpostor = 0;
    for (int i = 0; i < FINGERS; i++) {
      double own = Judge.score(rolled.get(i), plain.get(i));
      double other = Judge.score(rolled.get(i), plain.get((i + 1) % FINGERS));
      missed += own < 40 ? 1 : 0;
      genuine += own / FINGERS;
      bestImpostor = Math.max(bestImpostor, other);
    }
    assertThat(missed).isLessThanOrEqualTo(3);
    assertThat(genuine).isBetween(120.0, 280.0);
    assertThat(bestImpostor).isLessThan(40);
  }

  private static FingerSketch sketch(int person) {
    return FingerSketch.make(person, FingerPosition.values()[(person * 7) % 10]);
  }
}
