package org.ridgeline.exchange.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {
  @Test
  void oneAloneHasHalf() {
    assertThat(new Backlog(249, 249).hasRoom(500)).isTrue();
    assertThat(new Backlog(250, 250).hasRoom(500)).isFalse();
  }

  @Test
  void othersHaveRoomBesideOneThatSendsWithoutEnd() {
    assertThat(new Backlog(250, 0).hasRoom(500)).isTrue();
    assertThat(new Backlog(374, 124).hasRoom(500)).isTrue();
    assertThat(new Backlog(374, 250).hasRoom(500)).isFalse();
  }

  @Test
  void aFullOneHasRoomForNobody() {
    assertThat(new Backlog(500, 0).hasRoom(500)).isFalse();
    assertThat(new Backlog(499, 0).hasRoom(500)).isTrue();
  }
}
