package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ridgeline.search.decision.Thresholds;

class PopulationTest {
  private static final RepositoryProfile CRIMINAL = RepositoryProfile.criminal();
  private static final RepositoryProfile IMMIGRATION = RepositoryProfile.immigration();
  private static final RepositoryProfile CIVIL = RepositoryProfile.civil();

  private final Population population = new Population();

  @Test
  void thoseOfOneCheckCountTogether() {
    assertThat(population.persons(Check.BOOKING)).isZero();
    population.note(CRIMINAL, 10);
    population.note(IMMIGRATION, 5);
    population.note(CIVIL, 100);
    assertThat(population.persons(Check.BOOKING)).isEqualTo(15);
    assertThat(population.persons(Check.APPLICANT)).isEqualTo(110);
    population.note(CRIMINAL, 12);
    assertThat(population.persons(Check.BOOKING)).isEqualTo(17);
    assertThat(population.persons(Check.APPLICANT)).isEqualTo(112);
  }

  @Test
  void elsewhereIsWhatTheOthersOfTheCheckHave() {
    assertThat(population.elsewhere(CRIMINAL, Check.BOOKING)).isZero();
    population.note(CRIMINAL, 10);
    population.note(IMMIGRATION, 5);
    population.note(CIVIL, 100);
    assertThat(population.elsewhere(CRIMINAL, Check.BOOKING)).isEqualTo(5);
    assertThat(population.elsewhere(CRIMINAL, Check.APPLICANT)).isEqualTo(100);
    assertThat(population.elsewhere(IMMIGRATION, Check.BOOKING)).isEqualTo(10);
    assertThat(population.elsewhere(CIVIL, Check.APPLICANT)).isEqualTo(10);
  }

  @Test
  void applicantsLeaveTheLinesOfABookingWhereTheyWere() {
    population.note(CRIMINAL, 1_000_000);
    population.note(IMMIGRATION, 200_000);
    int booking = line(Check.BOOKING);
    int applicant = line(Check.APPLICANT);
    population.note(CIVIL, 3_000_000);
    assertThat(line(Check.BOOKING)).isEqualTo(booking);
    assertThat(line(Check.APPLICANT)).as("four times as many").isEqualTo(applicant + 200);
  }

  private int line(Check check) {
    return Thresholds.STANDARD.hitMin(population.persons(check));
  }

  @Test
  void theSameRepositoryWithOtherLinesCountsOnce() {
    population.note(CRIMINAL, 10);
    population.note(CRIMINAL.with(new Thresholds(0.01, 0.1)), 11);
    assertThat(population.persons(Check.BOOKING)).isEqualTo(11);
  }
}
