package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PopulationTest {
  @Test
  void repositoriesCountTogether() {
    Population population = new Population();
    assertThat(population.persons()).isZero();
    assertThat(population.with("criminal", 10)).isEqualTo(10);
    assertThat(population.with("immigration", 5)).isEqualTo(15);
    assertThat(population.with("criminal", 12)).isEqualTo(17);
    assertThat(population.persons()).isEqualTo(17);
  }

  @Test
  void elsewhereIsWhatTheOthersHave() {
    Population population = new Population();
    assertThat(population.elsewhere("criminal")).isZero();
    population.with("criminal", 10);
    population.with("immigration", 5);
    assertThat(population.elsewhere("criminal")).isEqualTo(5);
    assertThat(population.elsewhere("immigration")).isEqualTo(10);
    assertThat(population.elsewhere("a third")).isEqualTo(15);
  }
}
