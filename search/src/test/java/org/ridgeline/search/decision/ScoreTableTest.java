package org.ridgeline.search.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScoreTableTest {
  private final ScoreTable table = ScoreTable.of("0:-200 10:-200 20:100 40:1000");

  @Test
  void isStraightBetweenItsPointsAndLevelBeyond() {
    assertThat(table.at(-5)).isEqualTo(-200);
    assertThat(table.at(10)).isEqualTo(-200);
    assertThat(table.at(15)).isEqualTo(-50);
    assertThat(table.at(20)).isEqualTo(100);
    assertThat(table.at(30)).isEqualTo(550);
    assertThat(table.at(1000)).isEqualTo(1000);
  }

  @Test
  void readsWhatItWrites() {
    assertThat(ScoreTable.of(table.toString()).toString()).isEqualTo(table.toString());
  }

  @Test
  void refusesWhatIsNoCurve() {
    assertThatThrownBy(() -> ScoreTable.of("0:1 0:2")).hasMessageContaining("score=0 expected>0");
    assertThatThrownBy(() -> ScoreTable.of("0-1")).hasMessageContaining("point=0-1");
    assertThatThrownBy(() -> new ScoreTable(new int[0], new int[0]))
        .hasMessageContaining("scores=0");
    assertThatThrownBy(() -> new ScoreTable(new int[2], new int[1]))
        .hasMessageContaining("centibits=1");
  }
}
