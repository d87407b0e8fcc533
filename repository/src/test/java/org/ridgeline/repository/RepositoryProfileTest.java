package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.search.decision.Thresholds;

class RepositoryProfileTest {
  private static final List<RepositoryProfile> STANDARD =
      List.of(
          RepositoryProfile.criminal(), RepositoryProfile.immigration(), RepositoryProfile.civil());

  /// The promise: a booking is never searched among applicants, nor read there on a lead.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          purpose,          criminal, immigration, civil
          CRIMINAL_BOOKING, true,     false,       false
          INTEROPERABILITY, false,    true,        false
          APPLICANT,        true,     false,       true
          RAPID_SEARCH,     true,     false,       false
          ENROLMENT,        true,     true,        true
          LEAD_REVIEW,      true,     true,        false
          VERIFICATION,     true,     false,       true
          IMAGE_REQUEST,    true,     false,       true
          """,
      useHeadersInDisplayName = true)
  void eachPurposeIsAllowedWhereTheTableSays(
      Purpose purpose, boolean criminal, boolean immigration, boolean civil) {
    assertThat(STANDARD.stream().map(one -> one.purposes().contains(purpose)))
        .containsExactly(criminal, immigration, civil);
  }

  @Test
  void theTableHasEveryPurpose() {
    Set<Purpose> allowed = EnumSet.noneOf(Purpose.class);
    STANDARD.forEach(profile -> allowed.addAll(profile.purposes()));
    assertThat(allowed).containsExactlyInAnyOrder(Purpose.values()).hasSize(8);
  }

  @Test
  void aBookingAndAnApplicantAreEachCheckedInTwoAndARapidSearchInOne() {
    assertThat(RepositoryProfile.criminal().checks())
        .containsExactly(Check.BOOKING, Check.APPLICANT, Check.RAPID);
    assertThat(RepositoryProfile.immigration().checks()).containsExactly(Check.BOOKING);
    assertThat(RepositoryProfile.civil().checks()).containsExactly(Check.APPLICANT);
  }

  @Test
  void whoIsEnrolledIsFoundByTheLinesOfBookingsWhereThereAreAny() {
    assertThat(STANDARD.stream().map(RepositoryProfile::enrolledBy))
        .containsExactly(Check.BOOKING, Check.BOOKING, Check.APPLICANT);
    assertThatThrownBy(
            () -> new RepositoryProfile("a", Thresholds.STANDARD, Set.of(), List.of()).enrolledBy())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a is searched by no check");
  }

  @Test
  void eachAssignsOneNumberAndTakesAnother() {
    for (RepositoryProfile profile : STANDARD) {
      assertThat(profile.idKinds()).filteredOn(IdKind::isAssigned).hasSize(1);
      assertThat(profile.idKinds()).filteredOn(kind -> !kind.isAssigned()).hasSize(1);
    }
    assertThat(STANDARD.stream().map(one -> one.idKinds().getFirst().format().formatted(42)))
        .containsExactly("R00000042", "1000000042", "C00000042");
  }

  @Test
  void otherLinesChangeNothingElse() {
    Thresholds lines = new Thresholds(0.01, 0.1);
    RepositoryProfile profile = RepositoryProfile.criminal().with(lines);
    assertThat(profile.thresholds()).isEqualTo(lines);
    assertThat(profile.thresholds(Check.BOOKING)).isEqualTo(lines);
    assertThat(profile.thresholds(Check.RAPID)).isEqualTo(Thresholds.RAPID);
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
