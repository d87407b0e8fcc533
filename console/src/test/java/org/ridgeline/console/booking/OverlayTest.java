package org.ridgeline.console.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

class OverlayTest {
  @Test
  void drawsEndingsAsCirclesWithTicksAlongTheirDirection() {
    Overlay overlay = Overlay.of(template(new Minutia.RidgeEnding(100, 200, 0, 0)));
    assertThat(overlay.endings()).isEqualTo("M95 200a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M105 200l9 0");
    assertThat(overlay.bifurcations()).isEmpty();
  }

  @Test
  void drawsBifurcationsAsSquaresAndTurnsClockwise() {
    int quarterTurn = 65_536 / 4;
    Overlay overlay = Overlay.of(template(new Minutia.Bifurcation(100, 200, quarterTurn, 0)));
    assertThat(overlay.bifurcations()).isEqualTo("M95 195h10v10h-10zM100 205l0 9");
    assertThat(overlay.endings()).isEmpty();
  }

  @Test
  void spansTheTemplateAndCountsBothKinds() {
    Overlay overlay =
        Overlay.of(
            template(
                new Minutia.RidgeEnding(1, 2, 3, 0),
                new Minutia.RidgeEnding(4, 5, 6, 0),
                new Minutia.Bifurcation(7, 8, 9, 0)));
    assertThat(overlay.viewBox()).isEqualTo("0 0 500 550");
    assertThat(overlay.count()).isEqualTo(3);
    assertThat(overlay.endingCount()).isEqualTo(2);
    assertThat(overlay.bifurcationCount()).isEqualTo(1);
  }

  private static Template template(Minutia... minutiae) {
    return new Template(500, 550, 500, 80, List.of(minutiae));
  }
}
