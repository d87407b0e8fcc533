package org.ridgeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RoomSchemasTest {
  @Test
  void aVersionThatThisProgramHasIsKnown() throws Exception {
    Map<String, String> known =
        Map.of(
            "ledger", "1",
            "exchange", "24",
            "casework", "9",
            "oversight", "1",
            "sealed", "1",
            "criminal", "7",
            "immigration", "2",
            "civil", "7");
    assertThat(RoomSchemas.unknown(known)).isEmpty();
  }

  @Test
  void aNewerVersionAndAnotherRoomAreNot() throws Exception {
    assertThat(RoomSchemas.unknown(Map.of("exchange", "999")))
        .singleElement()
        .asString()
        .startsWith("exchange 999 (known up to ");
    assertThat(RoomSchemas.unknown(Map.of("criminal", "999"))).hasSize(1);
    assertThat(RoomSchemas.unknown(Map.of("moon", "1")))
        .containsExactly("moon 1 (known up to none)");
  }
}
