package org.ridgeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final Minutia ENDING = new Minutia.RidgeEnding(0, 16_383, 65_535, 100);
  private static final Minutia FORK = new Minutia.Bifurcation(16_383, 0, 0, 0);

  @Test
  void bytesComeBackAsTheTemplateTheyWere() {
    Template template = new Template(65_535, 1, 1000, 100, List.of(ENDING, FORK));
    assertThat(Template.ofBytes(template.toBytes())).isEqualTo(template);
    Template empty = new Template(1, 65_535, 1, 0, List.of());
    assertThat(Template.ofBytes(empty.toBytes())).isEqualTo(empty);
  }

  @Test
  void goldenBytesOfVersionOne() {
    Template template = new Template(300, 400, 500, 70, List.of(FORK));
    assertThat(template.toBytes())
        .isEqualTo(
            new byte[] {
              'R',
              'L',
              'T',
              1,
              1,
              0x2C,
              1,
              (byte) 0x90,
              1,
              (byte) 0xF4,
              0,
              1,
              70,
              0x3F,
              (byte) 0xFF,
              0,
              0,
              0,
              0,
              2,
              0
            });
  }

  private static Template ours(int extractor) {
    return new Template(300, 400, 500, 70, List.of(ENDING, FORK), Optional.empty(), extractor);
  }

  @Test
  void aTemplateOfOurExtractorSaysWhichItWas() {
    byte[] bytes = ours(255).toBytes();
    assertThat(Arrays.copyOf(bytes, Template.MARK_BYTES))
        .isEqualTo(
            new byte[] {
              'R', 'L', 'T', 3, 1, 0x2C, 1, (byte) 0x90, 1, (byte) 0xF4, 0, 2, 70, (byte) 255
            });
    assertThat(Template.ofBytes(bytes)).isEqualTo(ours(255)).isNotEqualTo(ours(254));
    assertThat(Template.extractor(Arrays.copyOf(bytes, Template.MARK_BYTES))).isEqualTo(255);
    assertThat(Template.extractor(ours(0).toBytes())).isZero();
    assertThatThrownBy(() -> ours(256)).hasMessage("extractor=256 limit=0..255");
    assertThatThrownBy(() -> Template.extractor(Arrays.copyOf(bytes, 13)))
        .hasMessageContaining("bytes=13");
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] whole = new Template(300, 400, 500, 70, List.of(ENDING, FORK)).toBytes();
    for (byte[] one : List.of(whole, ours(1).toBytes())) {
      for (int length = 0; length < one.length; length++) {
        byte[] cut = Arrays.copyOf(one, length);
        assertThatThrownBy(() -> Template.ofBytes(cut))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
    byte[] kind = whole.clone();
    kind[13 + 6] = 3;
    assertThatThrownBy(() -> Template.ofBytes(kind)).hasMessageContaining("kind=3");
    byte[] version = whole.clone();
    version[3] = 4;
    assertThatThrownBy(() -> Template.ofBytes(version)).hasMessageContaining("RLT1");
    version[3] = 2;
    assertThatThrownBy(() -> Template.ofBytes(version)).hasMessageContaining("ridges bytes=0");
  }

  @Test
  void holdsAsManyMinutiaeAsTheLimitAndNoMore() {
    List<Minutia> most = new ArrayList<>(Collections.nCopies(Template.MINUTIAE_MAX, FORK));
    assertThat(new Template(1, 1, 500, 0, most).minutiae()).hasSize(Template.MINUTIAE_MAX);
    most.add(FORK);
    assertThatThrownBy(() -> new Template(1, 1, 500, 0, most))
        .hasMessage("minutiae=1001 limit=0..1000");
  }

  @Test
  void minutiaeKeepTheirLimits() {
    assertThatThrownBy(() -> new Minutia.RidgeEnding(16_384, 0, 0, 0))
        .hasMessage("x=16384 limit=0..16383");
    assertThatThrownBy(() -> new Minutia.Bifurcation(0, 0, -1, 0))
        .hasMessage("direction=-1 limit=0..65535");
  }
}
