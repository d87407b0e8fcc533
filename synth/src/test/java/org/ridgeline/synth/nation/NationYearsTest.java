package org.ridgeline.synth.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.event.Event;

class NationYearsTest {
  private static List<Told> all(NationYears years) {
    List<Told> all = new ArrayList<>();
    years.tell(1000, all::addAll);
    return all;
  }

  @Test
  void theSameSeedTellsTheSameAndAnotherDoesNot() {
    List<Told> first = all(NationYears.of(7, 300, 2_000));
    assertThat(all(NationYears.of(7, 300, 2_000))).isEqualTo(first);
    assertThat(all(NationYears.of(8, 300, 2_000))).isNotEqualTo(first);
  }

  @Test
  void countiesComeAsTheCurveSays() {
    List<County> counties = NationYears.of(7, NationYears.COUNTIES_ALL, 1).counties();
    TreeMap<LocalDate, Integer> began = new TreeMap<>();
    counties.forEach(one -> began.merge(one.activeFrom(), 1, Integer::sum));
    assertThat(counties.size()).isEqualTo(NationYears.COUNTIES_ALL);
    assertThat(until(began, LocalDate.of(2008, 10, 1))).isEqualTo(14);
    assertThat(until(began, LocalDate.of(2009, 9, 1))).isEqualTo(79);
    assertThat(until(began, LocalDate.of(2010, 9, 1))).isEqualTo(659);
    assertThat(until(began, LocalDate.of(2011, 4, 1))).isEqualTo(1211);
    assertThat(until(began, LocalDate.of(2011, 10, 1))).isEqualTo(1595);
    assertThat(began.lastKey()).isEqualTo(LocalDate.of(2013, 1, 1));
  }

  private static int until(TreeMap<LocalDate, Integer> began, LocalDate day) {
    return began.headMap(day, true).values().stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void everyCountyHasACodeAndANameOfItsOwnThatSaysItIsFictional() {
    List<County> counties = NationYears.of(7, NationYears.COUNTIES_ALL, 1).counties();
    Set<String> codes = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (County one : counties) {
      assertThat(codes.add(one.fips())).isTrue();
      assertThat(names.add(one.state() + one.name())).as(one.name()).isTrue();
      assertThat(one.name()).endsWith("(fictional)");
      assertThat(one.fips()).matches("[0-9]{5}");
      assertThat(one.agency(0)).matches("[A-Z]{2}[0-9]{7}");
    }
    assertThat(counties.stream().map(County::state).distinct()).hasSize(51);
  }

  @Test
  void matchesAndVerificationsHaveTheirShares() {
    double received = 0;
    double matched = 0;
    double settled = 0;
    double verified = 0;
    for (Told one : all(NationYears.of(7, 500, 40_000))) {
      switch (one.event()) {
        case Event.SubmissionReceived _ -> received++;
        case Event.LeadMade _ -> matched++;
        case Event.BookingSettled s -> {
          settled++;
          verified += s.settlement().equals("IDENTIFIED") ? 1 : 0;
        }
        default -> {}
      }
    }
    assertThat(received).isEqualTo(40_000);
    assertThat(matched / received).isCloseTo(0.056, within(0.005));
    assertThat(verified / settled).isCloseTo(0.93, within(0.02));
  }

  @Test
  void nothingIsToldAfterTheLastMonthNorFarFromItsTurn() {
    Instant latest = Instant.EPOCH;
    for (Told one : all(NationYears.of(7, 300, 5_000))) {
      assertThat(one.at()).isAfter(latest.minusSeconds(900));
      latest = one.at().isAfter(latest) ? one.at() : latest;
    }
    assertThat(latest).isBefore(Instant.parse("2013-02-01T00:20:00Z"));
  }

  @Test
  void whoHasHeardEnoughHearsNoMore() {
    List<Integer> sizes = new ArrayList<>();
    NationYears.of(7, 300, 5_000)
        .tell(
            100,
            batch -> {
              sizes.add(batch.size());
              return sizes.size() < 3;
            });
    assertThat(sizes).containsExactly(100, 100, 100);
  }
}
