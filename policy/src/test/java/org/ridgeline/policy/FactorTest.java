package org.ridgeline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.policy.Given.TODAY;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.policy.history.History;

class FactorTest {
  private static Evidence until(LocalDate day) {
    return new Evidence("register 1", "officer.one", TODAY, day);
  }

  private static Priority with(Factor factor, LocalDate asOf) {
    Factors factors = Factors.none().with(factor);
    return PriorityPolicy.current().assess(History.empty(), factors, asOf);
  }

  private static Factor.GangClaim gang(String reviewer, LocalDate reviewed, String contest) {
    Evidence evidence = until(TODAY.plusDays(Limits.GANG_CLAIM_DAYS_MAX));
    return new Factor.GangClaim(evidence, reviewer, reviewed, contest, false);
  }

  @Test
  void countsUntilItExpiresAndNotBeforeItWasRecorded() {
    Factor fugitive = new Factor.Fugitive(until(TODAY.plusDays(10)));
    assertThat(with(fugitive, TODAY.minusDays(1)).factorsCounted()).isZero();
    assertThat(with(fugitive, TODAY).factorsCounted()).isOne();
    assertThat(with(fugitive, TODAY.plusDays(10)).factorsCounted()).isOne();
    Priority after = with(fugitive, TODAY.plusDays(11));
    assertThat(after.factorsCounted()).isZero();
    assertThat(after.rows().getFirst().why()).isEqualTo("expired 2011-01-11");
  }

  @Test
  void drunkDrivingDoesNotCountOnAnArrestAlone() {
    Evidence evidence = until(TODAY.plusDays(10));
    assertThat(with(new Factor.DrunkDriving(evidence, true), TODAY).factorsCounted()).isOne();
    Priority arrest = with(new Factor.DrunkDriving(evidence, false), TODAY);
    assertThat(arrest.factorsCounted()).isZero();
    assertThat(arrest.rows().getFirst().why()).contains("arrest alone");
  }

  @Test
  void everyFactorNeedsASourceAndAnExpiry() {
    assertThatThrownBy(() -> new Evidence(" ", "a", TODAY, TODAY.plusDays(1)))
        .hasMessageContaining("source");
    assertThatThrownBy(() -> until(TODAY)).hasMessageContaining("expiresOn");
    until(TODAY.plusDays(Limits.FACTOR_DAYS_MAX - 1));
    until(TODAY.plusDays(Limits.FACTOR_DAYS_MAX));
    assertThatThrownBy(() -> until(TODAY.plusDays(Limits.FACTOR_DAYS_MAX + 1)))
        .hasMessageContaining("limit=1..366");
  }

  @Test
  void aGangClaimNeedsAnotherReviewerAnExpiryAndAPathToContestIt() {
    assertThat(with(gang("officer.two", TODAY, "public page"), TODAY).factorsCounted()).isOne();
    assertThatThrownBy(() -> gang("officer.one", TODAY, "public page"))
        .hasMessageContaining("another person");
    assertThatThrownBy(() -> gang("", TODAY, "public page")).hasMessageContaining("another person");
    assertThatThrownBy(() -> gang("officer.two", TODAY, " ")).hasMessageContaining("contest");
    assertThatThrownBy(() -> gang("officer.two", TODAY.minusDays(1), "public page"))
        .hasMessageContaining("limit=180");
    Evidence longer = until(TODAY.plusDays(Limits.GANG_CLAIM_DAYS_MAX + 1));
    assertThatThrownBy(() -> new Factor.GangClaim(longer, "officer.two", TODAY, "page", false))
        .hasMessageContaining("limit=180");
  }

  @Test
  void aContestedGangClaimDoesNotCount() {
    Evidence evidence = until(TODAY.plusDays(10));
    Factor contested = new Factor.GangClaim(evidence, "officer.two", TODAY, "public page", true);
    assertThat(with(contested, TODAY).factorsCounted()).isZero();
  }

  @Test
  void limitHoldsBelowAtAndAbove() {
    Factor one = new Factor.Fugitive(until(TODAY.plusDays(1)));
    for (int count : List.of(Limits.FACTORS_MAX - 1, Limits.FACTORS_MAX)) {
      new Factors(Collections.nCopies(count, one));
    }
    List<Factor> many = Collections.nCopies(Limits.FACTORS_MAX + 1, one);
    assertThatThrownBy(() -> new Factors(many)).hasMessageContaining("limit=0..20");
  }
}
