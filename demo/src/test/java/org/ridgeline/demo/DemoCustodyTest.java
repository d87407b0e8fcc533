package org.ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoCustodyTest {
  @Test
  void aJailIsNotCalledJailTwice() {
    assertThat(DemoCustody.named("CARROW CENTRAL JAIL"))
        .isEqualTo("Carrow Central Jail (fictional)");
    assertThat(DemoCustody.named("CARROW SHERIFF")).isEqualTo("Carrow Sheriff Jail (fictional)");
  }
}
