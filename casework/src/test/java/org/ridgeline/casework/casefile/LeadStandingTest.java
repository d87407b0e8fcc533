package org.ridgeline.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.verification.Settlement;

class LeadStandingTest {
  private static LeadStanding stands(CaseState state, boolean isVerified) {
    return LeadStanding.of(state, isVerified, false, Optional.empty());
  }

  @Test
  void isUnverifiedOnlyWhileExaminersHaveItBeforeThem() {
    assertThat(CaseState.values())
        .filteredOn(state -> stands(state, true) == LeadStanding.UNVERIFIED)
        .containsExactly(CaseState.RECEIVED, CaseState.VERIFYING);
    assertThat(stands(CaseState.EXCLUDED, false)).isEqualTo(LeadStanding.EXCLUDED);
    assertThat(stands(CaseState.INCONCLUSIVE, false)).isEqualTo(LeadStanding.INCONCLUSIVE);
    assertThat(stands(CaseState.CLOSED, true)).isEqualTo(LeadStanding.VERIFIED);
    assertThat(stands(CaseState.CLOSED, false)).isEqualTo(LeadStanding.ENDED);
  }

  @Test
  void onceItIsPurgedThatIsAllThatIsSaid() {
    for (CaseState state : CaseState.values()) {
      assertThat(LeadStanding.of(state, true, true, Optional.empty()))
          .isEqualTo(LeadStanding.PURGED);
    }
  }

  @Test
  void aLaterBookingStandsByWhatExaminersFoundOfItself() {
    for (CaseState state : CaseState.values()) {
      for (Settlement found : Settlement.values()) {
        assertThat(LeadStanding.of(state, true, false, Optional.of(Optional.of(found))))
            .isEqualTo(
                switch (found) {
                  case IDENTIFIED -> LeadStanding.VERIFIED;
                  case EXCLUDED -> LeadStanding.EXCLUDED;
                  case INCONCLUSIVE -> LeadStanding.INCONCLUSIVE;
                });
      }
      assertThat(LeadStanding.of(state, true, false, Optional.of(Optional.empty())))
          .isEqualTo(state.isClosed() ? LeadStanding.ENDED : LeadStanding.UNVERIFIED);
    }
  }

  @Test
  void onlyWhatNobodyHasSettledIsCalledUnverified() {
    assertThat(Arrays.stream(LeadStanding.values()).filter(s -> s.words().contains("unverified")))
        .containsExactly(LeadStanding.UNVERIFIED);
    assertThat(Arrays.stream(LeadStanding.values()).map(LeadStanding::words))
        .doesNotHaveDuplicates();
  }
}
