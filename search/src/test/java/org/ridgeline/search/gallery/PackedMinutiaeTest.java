package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

class PackedMinutiaeTest {
  @Test
  void keepsPlacesFromTheLeftmostAndTopmostAndTurnsToTheNearest512th() {
    int[] packed =
        PackedMinutiae.pack(
            template(
                new Minutia.Bifurcation(300, 120, 65_535, 9),
                new Minutia.RidgeEnding(100, 200, 16_384 + 63, 9)));
    assertThat(packed)
        .containsExactly(
            PackedMinutiae.word(0, 80, 128, true), PackedMinutiae.word(200, 0, 0, false));
    Template back = PackedMinutiae.unpack(packed, 50);
    assertThat(back.minutiae().getFirst()).isEqualTo(new Minutia.RidgeEnding(0, 80, 16_384, 0));
    assertThat(PackedMinutiae.pack(back)).isEqualTo(packed);
  }

  @Test
  void leavesOutWhatLiesBeyondItsSpan() {
    assertThat(PackedMinutiae.pack(template(at(5, 0), at(5 + 1023, 0)))).hasSize(2);
    assertThat(PackedMinutiae.pack(template(at(5, 0), at(5 + 1024, 0)))).hasSize(1);
    assertThat(PackedMinutiae.pack(template(at(0, 5), at(0, 5 + 1024)))).hasSize(1);
  }

  @Test
  void keepsAtMostSoMany() {
    for (int count : new int[] {254, 255, 256}) {
      Minutia[] many = new Minutia[count];
      Arrays.setAll(many, i -> at(i, i));
      assertThat(PackedMinutiae.pack(template(many)))
          .hasSize(Math.min(count, PackedMinutiae.MINUTIAE_MAX));
    }
  }

  @Test
  void centralOnesAreThoseNearestTheMiddleInOrder() {
    List<Minutia> minutiae = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      minutiae.add(at(10 * i % 1010, 500));
    }
    int[] packed = PackedMinutiae.pack(template(minutiae.toArray(Minutia[]::new)));
    int[] central = PackedMinutiae.central(packed, 11);
    assertThat(Arrays.stream(central).map(PackedMinutiae::x))
        .containsExactly(450, 460, 470, 480, 490, 500, 510, 520, 530, 540, 550);
    assertThat(PackedMinutiae.central(packed, 101)).isEqualTo(packed);
  }

  @Test
  void takesTemplatesOfItsResolutionOnly() {
    Template other = new Template(10, 10, 1000, 50, List.of());
    assertThatThrownBy(() -> PackedMinutiae.pack(other)).hasMessageContaining("resolutionPpi=1000");
    assertThat(PackedMinutiae.pack(template())).isEmpty();
  }

  private static Minutia at(int x, int y) {
    return new Minutia.RidgeEnding(x, y, 0, 0);
  }

  private static Template template(Minutia... minutiae) {
    return new Template(2000, 2000, 500, 50, List.of(minutiae));
  }
}
