package org.ridgeline.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.policy.Level;

class CaseListViewTest {
  private static final Instant OPENED = Instant.parse("2026-11-23T15:27:20Z");

  private static Case in(CaseState state) {
    return new Case(
        new UUID(0, 1),
        "C2026-000001",
        new UUID(0, 2),
        new Case.Standing(state, 1, false, Level.UNDETERMINED, Optional.empty()),
        new Case.Place("06067", "CA", Optional.empty()),
        new Case.Dates(
            OPENED,
            Optional.empty(),
            state.isClosed() ? Optional.of(OPENED.plus(Duration.ofHours(2))) : Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        List.of());
  }

  @Test
  void whatIsClosedIsNobodysWorkAndAgesNoMore() {
    for (CaseState state : CaseState.values()) {
      var line = CaseListView.line(in(state), Optional.empty(), OPENED.plus(Duration.ofDays(9)));
      assertThat(line.standing().isOpen()).as(state.name()).isEqualTo(!state.isClosed());
      assertThat(line.age()).as(state.name()).isEqualTo(state.isClosed() ? "2 h 0 min" : "9 d 0 h");
    }
  }

  @Test
  void openStatesAddUpToAllOpenAndClosedOnesStandApart() {
    Map<CaseState, Integer> counts = new EnumMap<>(CaseState.class);
    for (CaseState state : CaseState.values()) {
      counts.put(state, state.ordinal() + 1);
    }
    CaseListView.States states = CaseListView.states(counts, "");
    assertThat(states.open().getFirst().count())
        .isEqualTo(states.open().stream().skip(1).mapToInt(CaseListView.Choice::count).sum());
    assertThat(states.closed())
        .extracting(CaseListView.Choice::key)
        .containsExactly("EXCLUDED", "CLOSED");
    assertThat(states.open()).extracting(CaseListView.Choice::key).doesNotContain("CLOSED");
  }

  @Test
  void theStateThatIsAskedForIsShownThoughNoneIsInIt() {
    CaseListView.States states = CaseListView.states(Map.of(), "CLOSED");
    assertThat(states.closed()).hasSize(1).first().matches(CaseListView.Choice::chosen);
    assertThat(states.open()).hasSize(1);
  }
}
