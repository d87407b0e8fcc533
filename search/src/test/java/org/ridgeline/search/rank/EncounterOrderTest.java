package org.ridgeline.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EncounterOrderTest {
  @Test
  void isTheOrderOfCanonicalText() {
    Random dice = new Random(6);
    List<UUID> ids =
        Stream.concat(
                Stream.generate(() -> new UUID(dice.nextLong(), dice.nextLong())).limit(500),
                Stream.of(
                    new UUID(0, 1),
                    new UUID(0, -1),
                    new UUID(-1, 0),
                    new UUID(Long.MIN_VALUE, Long.MAX_VALUE),
                    new UUID(Long.MAX_VALUE, Long.MIN_VALUE)))
            .toList();
    assertThat(ids.stream().sorted(EncounterOrder.LEAST_FIRST).toList())
        .isEqualTo(ids.stream().sorted(Comparator.comparing(UUID::toString)).toList());
  }
}
