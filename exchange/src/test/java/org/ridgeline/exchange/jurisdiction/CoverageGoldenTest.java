package org.ridgeline.exchange.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.TODAY;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.fips;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.JurisdictionCount;
import org.ridgeline.vocabulary.StateCount;

/// Counts that the programme published, with made-up counties: how many jurisdictions and how many
/// states are two numbers, also where both are 41.
class CoverageGoldenTest {
  private static final LocalDate FIRST = LocalDate.of(2010, 9, 30);
  private static final LocalDate SECOND = LocalDate.of(2011, 2, 1);
  private static final LocalDate THIRD = LocalDate.of(2011, 4, 19);

  private static final List<String> STATES =
      IntStream.rangeClosed(1, 56)
          .mapToObj(n -> String.format("%02d", n))
          .filter(CoverageGoldenTest::isState)
          .toList();

  private final List<String> lines = new ArrayList<>();

  private static boolean isState(String prefix) {
    try {
      return Fips.of(prefix).liesInState();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private void county(String state, int number, String period) {
    Fips fips = fips(state + String.format("%03d", number));
    lines.add(fips + ",County " + number + " of " + fips.state() + "," + fips.state() + period);
  }

  /// So many counties of so many states begin on a day, `first` of them in the first state.
  private static Map<String, Integer> spread(int all, int states, int first) {
    Map<String, Integer> counts = new TreeMap<>();
    counts.put(STATES.getFirst(), first);
    for (int i = 0; i < all - first; i++) {
      counts.merge(STATES.get(1 + i % (states - 1)), 1, Integer::sum);
    }
    return counts;
  }

  private static JurisdictionCount jurisdictions(int count) {
    return new JurisdictionCount(count);
  }

  @Test
  void sixHundredAndFiftyNineInThirtyTwoStates() {
    RegisterRoom world = new RegisterRoom();
    spread(659, 32, 20)
        .forEach((state, count) ->
            IntStream.rangeClosed(1, count).forEach(n -> county(state, n, "," + FIRST + ",,")));
    world.listed(lines.toArray(String[]::new));
    assertThat(world.register.coverage(FIRST))
        .isEqualTo(new Coverage(jurisdictions(659), new StateCount(32), 0))
        .hasToString("659 jurisdictions in 32 states");
    assertThat(world.register.coverage(FIRST.minusDays(1)).jurisdictions())
        .isEqualTo(jurisdictions(0));
  }

  @Test
  void nineHundredAndSixtyNineInThirtySevenStatesWithFortyOneInOne() {
    RegisterRoom world = new RegisterRoom();
    spread(969, 37, 41)
        .forEach((state, count) ->
            IntStream.rangeClosed(1, count).forEach(n -> county(state, n, "," + SECOND + ",,")));
    world.listed(lines.toArray(String[]::new));
    assertThat(world.register.coverage(SECOND))
        .isEqualTo(new Coverage(jurisdictions(969), new StateCount(37), 0));
    assertThat(world.register.byState(SECOND).get("AL")).isEqualTo(jurisdictions(41));
    assertThat(world.register.byState(SECOND)).hasSize(37);
  }

  @Test
  void oneThousandTwoHundredAndElevenInFortyOneStatesWithSevenInOneWave() {
    RegisterRoom world = new RegisterRoom();
    spread(1204, 41, 28)
        .forEach((state, count) ->
            IntStream.rangeClosed(1, count).forEach(n -> county(state, n, "," + THIRD + ",,")));
    List<String> wave =
        IntStream.rangeClosed(29, 35)
            .mapToObj(n -> STATES.getFirst() + String.format("%03d", n))
            .toList();
    IntStream.rangeClosed(29, 35).forEach(n -> county(STATES.getFirst(), n, ",,,"));
    world.listed(lines.toArray(String[]::new));
    assertThat(world.register.coverage(TODAY).jurisdictions()).isEqualTo(jurisdictions(1204));
    world.ready(wave.toArray(String[]::new));
    var out = world.begun("spring", TODAY, wave.toArray(String[]::new));
    assertThat(out.jurisdictions()).isEqualTo(jurisdictions(7));
    assertThat(world.waves.of("spring").orElseThrow().size()).isEqualTo(jurisdictions(7));
    assertThat(world.register.coverage(TODAY))
        .isEqualTo(new Coverage(jurisdictions(1211), new StateCount(41), 0))
        .hasToString("1211 jurisdictions in 41 states");
    assertThat(world.register.byState(TODAY).get("AL")).isEqualTo(jurisdictions(35));
    assertThat(world.register.coverage(TODAY.minusDays(1)).jurisdictions())
        .isEqualTo(jurisdictions(1204));
  }

  @Test
  void theDistrictAndTerritoriesAreNoStates() {
    RegisterRoom world = new RegisterRoom();
    world.listed(
        "06067,Sacramento County,CA,2010-01-01,,",
        "06000,California,CA,2010-01-01,,",
        "11001,District of Columbia,DC,2010-01-01,,",
        "72001,Adjuntas Municipio,PR,2010-01-01,,");
    assertThat(world.register.coverage(TODAY))
        .isEqualTo(new Coverage(jurisdictions(4), new StateCount(1), 2))
        .hasToString("4 jurisdictions in 1 state and 2 of district and territories");
  }

  /// 3,143 counties, fifty states, the District and five territories.
  @Test
  void aNationIsReadInAtOnceAndToldRowByRow() {
    RegisterRoom world = new RegisterRoom();
    spread(3143, 50, 67)
        .forEach((state, count) ->
            IntStream.rangeClosed(1, count).forEach(n -> county(state, n, "," + FIRST + ",,")));
    for (String prefix : STATES) {
      county(prefix, 0, ",,,");
    }
    for (String prefix : List.of("11", "60", "66", "69", "72", "78")) {
      county(prefix, 0, "," + FIRST + ",,order");
    }
    assertThat(world.load(lines.toArray(String[]::new)))
        .isEqualTo(new JurisdictionImport.Result.Loaded(3199, 3149, 0));
    assertThat(world.register.coverage(FIRST))
        .isEqualTo(new Coverage(jurisdictions(3149), new StateCount(50), 6));
    assertThat(world.room.rows().sql("select count(*) from outbox").query(Integer.class).single())
        .isEqualTo(3199 + 3149);
    assertThat(world.load(lines.toArray(String[]::new)))
        .isEqualTo(new JurisdictionImport.Result.Loaded(0, 0, 3199));
  }
}
