package org.ridgeline.search.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShortlistsTest {
  private static final CascadeSettings SETTINGS = CascadeSettings.STANDARD;

  @Test
  void fewerFingersPassMoreRowsOn() {
    for (int fingers = 2; fingers <= 10; fingers++) {
      Shortlists more = SETTINGS.shortlists(fingers - 1, 5_000_000);
      Shortlists fewer = SETTINGS.shortlists(fingers, 5_000_000);
      assertThat(fewer.scanned()).isLessThanOrEqualTo(more.scanned());
      assertThat(fewer.rescored()).isLessThanOrEqualTo(more.rescored());
      assertThat(fewer.refined()).isLessThanOrEqualTo(more.refined());
    }
  }

  @Test
  void oneFingerScansNobodyOutOfASmallGallery() {
    assertThat(SETTINGS.shortlists(1, 10_000).scanned()).isGreaterThanOrEqualTo(10_000);
  }

  @Test
  void stagesShrink() {
    assertThat(SETTINGS.secondLook().lists(new Shortlists(3, 3, 1), 5).refined())
        .isLessThanOrEqualTo(4);
    assertThatThrownBy(() -> new Shortlists(3, 4, 1)).hasMessageContaining("rescored=4");
    assertThatThrownBy(() -> new Shortlists(3, 2, 0)).hasMessageContaining("refined=0");
    assertThatThrownBy(() -> SETTINGS.shortlists(11, 1)).hasMessage("fingers=11 limit=1..10");
    assertThatThrownBy(() -> SETTINGS.shortlists(0, 1)).hasMessage("fingers=0 limit=1..10");
  }
}
