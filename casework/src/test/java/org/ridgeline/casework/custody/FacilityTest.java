package org.ridgeline.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FacilityTest {
  private static String title(String name, FacilityKind kind) {
    return new Facility(
            new UUID(0, 1), "CA0340000", name, kind, "CA", ZoneOffset.UTC, Optional.empty())
        .title();
  }

  @Test
  void saysWhatItIsUnlessItsNameDoes() {
    Map.of(
            "Carrow Central Jail", "Carrow Central Jail",
            "CARROW NORTH JAIL (fictional)", "CARROW NORTH JAIL (fictional)",
            "Carrow Sheriff", "Carrow Sheriff, local jail",
            "Jailor's House", "Jailor's House, local jail")
        .forEach(
            (name, title) -> assertThat(title(name, FacilityKind.LOCAL_JAIL)).isEqualTo(title));
    assertThat(title("Mere State Prison", FacilityKind.STATE_PRISON))
        .isEqualTo("Mere State Prison");
  }

  @Test
  void noKindIsSaidTwice() {
    for (FacilityKind kind : FacilityKind.values()) {
      String noun = kind.words().substring(kind.words().lastIndexOf(' ') + 1);
      assertThat(title("Tarn " + noun, kind)).isEqualTo("Tarn " + noun);
    }
  }
}
