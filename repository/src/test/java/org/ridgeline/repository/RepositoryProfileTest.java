package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.decision.Thresholds;

class RepositoryProfileTest {
  @Test
  void aBookingIsSearchedInEachForOnePurpose() {
    assertThat(RepositoryProfile.criminal().purposes())
        .contains(Purpose.CRIMINAL_BOOKING)
        .doesNotContain(Purpose.INTEROPERABILITY);
    assertThat(RepositoryProfile.immigration().purposes())
        .contains(Purpose.INTEROPERABILITY)
        .doesNotContain(Purpose.CRIMINAL_BOOKING);
  }

  @Test
  void everyPurposeIsAllowedSomewhere() {
    Set<Purpose> allowed = EnumSet.noneOf(Purpose.class);
    allowed.addAll(RepositoryProfile.criminal().purposes());
    allowed.addAll(RepositoryProfile.immigration().purposes());
    assertThat(allowed).containsExactlyInAnyOrder(Purpose.values());
  }

  @Test
  void eachAssignsOneNumberAndTakesAnother() {
    for (RepositoryProfile profile :
        List.of(RepositoryProfile.criminal(), RepositoryProfile.immigration())) {
      assertThat(profile.idKinds()).filteredOn(IdKind::isAssigned).hasSize(1);
      assertThat(profile.idKinds()).filteredOn(kind -> !kind.isAssigned()).hasSize(1);
    }
    assertThat(RepositoryProfile.criminal().idKinds().getFirst().format().formatted(42))
        .isEqualTo("R00000042");
    assertThat(RepositoryProfile.immigration().idKinds().getFirst().format().formatted(42))
        .isEqualTo("1000000042");
  }

  @Test
  void otherLinesChangeNothingElse() {
    Thresholds lines = new Thresholds(0.01, 0.1);
    RepositoryProfile profile = RepositoryProfile.criminal().with(lines);
    assertThat(profile.thresholds()).isEqualTo(lines);
    assertThat(profile.with(Thresholds.STANDARD)).isEqualTo(RepositoryProfile.criminal());
  }

  @Test
  void aNameIsThatOfASchema() {
    for (String name : List.of("", "Criminal", "a b", "x\"; drop", "a".repeat(31))) {
      assertThatThrownBy(
              () -> new RepositoryProfile(name, Thresholds.STANDARD, Set.of(), List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected=1..30 of a..z");
    }
  }

  @Test
  void purposesAreItsOwn() {
    Set<Purpose> given = new HashSet<>(Set.of(Purpose.ENROLMENT));
    RepositoryProfile profile = new RepositoryProfile("a", Thresholds.STANDARD, given, List.of());
    given.add(Purpose.LEAD_REVIEW);
    assertThat(profile.purposes()).containsExactly(Purpose.ENROLMENT);
  }
}
