package org.ridgeline.exchange.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FairPoolTest {
  /// One sender has filled the queue and had its turns; whoever comes now is next, with all it has.
  @Test
  void whoHadLeastGoesFirst() throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    List<Future<Boolean>> all = new ArrayList<>();
    try (FairPool pool = new FairPool("fair-", 1)) {
      pool.submit("FLOOD", () -> order.add("FLOOD before")).get(30, TimeUnit.SECONDS);
      pool.submit(
          "FLOOD",
          () -> {
            begun.countDown();
            return released.await(30, TimeUnit.SECONDS);
          });
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      for (int n = 0; n < 20; n++) {
        all.add(pool.submit("FLOOD", () -> order.add("FLOOD")));
      }
      for (int n = 0; n < 3; n++) {
        all.add(pool.submit("OTHER", () -> order.add("OTHER")));
      }
      // What is under way counts when it ends: longer than anything of the other's.
      Thread.sleep(50);
      released.countDown();
      for (Future<Boolean> one : all) {
        one.get(30, TimeUnit.SECONDS);
      }
    }
    assertThat(order.subList(0, 4)).containsExactly("FLOOD before", "OTHER", "OTHER", "OTHER");
    assertThat(order).hasSize(24);
  }

  @Test
  void whatWasHadIsForgotten() {
    Served served = new Served();
    served.add("A", 1_000_000, 0);
    assertThat(served.of("A", 0)).isEqualTo(1_000_000);
    assertThat(served.of("A", Served.HALF_LIFE_NANOS)).isEqualTo(500_000);
    served.add("A", 1_000_000, Served.HALF_LIFE_NANOS);
    assertThat(served.of("A", Served.HALF_LIFE_NANOS)).isEqualTo(1_500_000);
    assertThat(served.of("B", 0)).isZero();
  }

  @Test
  void aClosedPoolDoesWhatWaitsAndTakesNoMore() throws Exception {
    FairPool pool = new FairPool("fair-", 2);
    Future<Integer> waiting = pool.submit("A", () -> 7);
    pool.close();
    assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(7);
    assertThatThrownBy(() -> pool.submit("A", () -> 8)).isInstanceOf(IllegalStateException.class);
  }
}
