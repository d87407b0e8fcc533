package org.ridgeline.oversight.disparity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.estimate.change.ChangeCaveat;
import org.ridgeline.estimate.disparity.DisparityCaveat;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.oversight.disparity.Nation.Fate;
import org.ridgeline.oversight.sealed.KeyFolder;
import org.ridgeline.oversight.sealed.OpeningKey;
import org.ridgeline.oversight.sealed.Sex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Studies of fictional nations put through the real stores.
class DisparityDeskTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2011-06-03T04:05:06Z"), ZoneOffset.UTC);
  private static final YearMonth JANUARY = YearMonth.of(2011, 1);

  @TempDir private Path folder;

  private static Ask ask(Ask.By by, PlaceBenchmark... benchmarks) {
    return new Ask(JANUARY, JANUARY.plusMonths(4), by, List.of(benchmarks));
  }

  private static DisparityDesk.Study study(Nation nation, Ask ask) {
    return desk(nation).study(ask, nation.opening(), "analyst");
  }

  private static DisparityDesk desk(Nation nation) {
    return new DisparityDesk(nation.projections, reviews(nation), NOW, 10);
  }

  private static ReviewDesk reviews(Nation nation) {
    var data = nation.database.of().oversight();
    return new ReviewDesk(new ReviewStore(data), new Ledger(data), NOW);
  }

  private static JsonNode json(DisparityDesk.Study study) {
    return JsonMapper.shared().readTree(study.files().get("disparity.json"));
  }

  private static String text(DisparityDesk.Study study, String file) {
    return new String(study.files().get(file), StandardCharsets.UTF_8);
  }

  private static JsonNode row(JsonNode study, String unit, String group, String step) {
    return StreamSupport.stream(study.get("units").spliterator(), false)
        .filter(one ->
            one.get("unit").asString().equals(unit)
                && one.get("group").asString().equals(group)
                && one.get("step").asString().equals(step))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPlantedBiasIsFoundAtItsStepAndNothingElseIs() throws Exception {
    try (Nation nation = new Nation(folder)) {
      nation.populate(24, 100, Optional.of(4), 1);
      DisparityDesk.Study study = study(nation, ask(Ask.By.JURISDICTION));
      assertThat(study.bookings()).isEqualTo(24 * 100);
      assertThat(study.outliers())
          .containsExactly(
              "County 4 (06005): SEX=FEMALE, matched, against all others of the same unit, OVER");
      JsonNode found = row(json(study), "06005", "SEX=FEMALE", "MATCHED");
      assertThat(found.get("outlier").asBoolean()).isTrue();
      assertThat(found.get("opens_item").asBoolean()).isTrue();
      assertThat(study.opened()).isEqualTo(1);
      opensOneAndNoSecondUntilSomebodyClosesIt(nation);
      assertThat(study(nation, ask(Ask.By.AGENCY)).outliers())
          .containsExactly(
              "CA0600500: SEX=FEMALE, matched, against all others of the same unit, OVER");
    }
  }

  private static void opensOneAndNoSecondUntilSomebodyClosesIt(Nation nation) {
    ReviewDesk desk = reviews(nation);
    Review item = desk.list().getFirst();
    assertThat(desk.list()).hasSize(1);
    assertThat(item.about())
        .isEqualTo(
            new Review.About(
                Ask.By.JURISDICTION,
                "06005",
                "County 4 (06005)",
                "SEX=FEMALE",
                "MATCHED",
                Review.Direction.OVER));
    assertThat(study(nation, ask(Ask.By.JURISDICTION)).opened()).isZero();
    assertThat(desk.take(item.id(), "watchdog")).isTrue();
    assertThat(study(nation, ask(Ask.By.JURISDICTION)).opened()).isZero();
    assertThat(desk.close(item.id(), "watchdog", Review.Finding.REFERRED, "to the inspector"))
        .isTrue();
    assertThat(study(nation, ask(Ask.By.JURISDICTION)).opened()).isEqualTo(1);
    assertThat(desk.list()).hasSize(2);
  }

  @Test
  void whereThereIsNoBiasNothingStandsOut() throws Exception {
    try (Nation nation = new Nation(folder)) {
      nation.populate(24, 100, Optional.empty(), 2);
      DisparityDesk.Study study = study(nation, ask(Ask.By.JURISDICTION));
      assertThat(study.bookings()).isEqualTo(24 * 100);
      assertThat(study.outliers()).isEmpty();
      assertThat(study.opened()).isZero();
      assertThat(reviews(nation).list()).isEmpty();
    }
  }

  /// One county told by hand: who came how far, before and after its first day.
  private static void byHand(Nation nation) {
    nation.county(0, "<script>alert(1)</script>", Optional.of(Nation.ACTIVATED));
    nation.county(1, "Never County", Optional.empty());
    var woman = Nation.person(Sex.FEMALE, "B");
    var man = Nation.person(Sex.MALE, "W");
    for (Fate fate : Fate.values()) {
      for (int i = 0; i < 10; i++) {
        nation.book(0, Nation.ACTIVATED, woman, fate);
        nation.book(0, Nation.ACTIVATED.plusDays(1), man, fate);
      }
    }
    for (int i = 0; i < 20; i++) {
      nation.book(0, Nation.ACTIVATED.minusDays(1), i < 6 ? woman : man, Fate.BOOKED);
      nation.book(1, Nation.ACTIVATED, i < 4 ? woman : man, Fate.BOOKED);
    }
  }

  private static void has(JsonNode row, long... numbers) {
    assertThat(
            List.of(
                row.get("count").asLong(),
                row.get("of").asLong(),
                row.get("benchmark_count").asLong(),
                row.get("benchmark_of").asLong()))
        .containsExactly(numbers[0], numbers[1], numbers[2], numbers[3]);
  }

  @Test
  void eachStepCountsThoseOfTheStepBeforeAndSinceActivationOnly() throws Exception {
    try (Nation nation = new Nation(folder)) {
      byHand(nation);
      JsonNode study = json(study(nation, ask(Ask.By.JURISDICTION)));
      has(row(study, "06001", "SEX=FEMALE", "BOOKED"), 66, 140, 4, 20);
      has(row(study, "06001", "SEX=FEMALE", "MATCHED"), 50, 60, 50, 60);
      has(row(study, "06001", "SEX=FEMALE", "VERIFIED"), 30, 50, 30, 50);
      has(row(study, "06001", "SEX=FEMALE", "DETERMINED"), 20, 30, 20, 30);
      has(row(study, "06001", "SEX=FEMALE", "HANDED_OVER"), 10, 20, 10, 20);
      assertThatThrownBy(() -> row(study, "06002", "SEX=FEMALE", "MATCHED"))
          .isInstanceOf(java.util.NoSuchElementException.class);
      JsonNode women = study.get("around_activation").get(0).get("groups");
      JsonNode unit =
          StreamSupport.stream(women.spliterator(), false)
              .filter(one -> one.get("group").asString().equals("SEX=FEMALE"))
              .findFirst()
              .orElseThrow()
              .get("units")
              .get(0);
      assertThat(unit.get("before_count").asInt()).isEqualTo(6);
      assertThat(unit.get("before_of").asInt()).isEqualTo(20);
      assertThat(unit.get("after_count").asInt()).isEqualTo(60);
      assertThat(unit.get("after_of").asInt()).isEqualTo(120);
    }
  }

  @Test
  void noFileNamesABookingOrRunsAName() throws Exception {
    try (Nation nation = new Nation(folder)) {
      byHand(nation);
      DisparityDesk.Study study = study(nation, ask(Ask.By.JURISDICTION));
      assertThat(study.files().keySet())
          .containsExactly("disparity.csv", "disparity.json", "index.html");
      for (String file : study.files().keySet()) {
        assertThat(text(study, file)).as(file).doesNotContainPattern("\\bR[0-9]+\\b");
      }
      assertThat(text(study, "index.html"))
          .contains("&lt;script&gt;alert(1)")
          .doesNotContain("<script");
    }
  }

  @Test
  void smallCountsAreNotOnThePage() throws Exception {
    try (Nation nation = new Nation(folder)) {
      byHand(nation);
      DisparityDesk.Study study = study(nation, ask(Ask.By.JURISDICTION));
      // Four women of twenty are in the one row of Never County, and in its neighbour's benchmark.
      String page = text(study, "index.html");
      assertThat(page).contains("<th scope=\"row\">Never County (06002)</th><td>hidden</td>");
      assertThat(page).doesNotContain("4 of 20").doesNotContain("66 of 140").contains("50 of 60");
      assertThat(text(study, "disparity.csv")).contains("06002,Never County,SEX=FEMALE,BOOKED");
    }
  }

  @Test
  void everyFileSaysWhatCanNotBeConcluded() throws Exception {
    try (Nation nation = new Nation(folder)) {
      byHand(nation);
      DisparityDesk.Study study = study(nation, ask(Ask.By.JURISDICTION));
      String page = text(study, "index.html");
      String json = text(study, "disparity.json");
      for (DisparityCaveat one : DisparityCaveat.values()) {
        assertThat(page).contains(org.ridgeline.oversight.report.Text.escaped(one.words()));
        assertThat(json).contains(one.words());
      }
      for (ChangeCaveat one : ChangeCaveat.values()) {
        assertThat(page).contains(org.ridgeline.oversight.report.Text.escaped(one.words()));
        assertThat(json).contains(one.words());
      }
      assertThat(page).contains("For oversight, not for the public");
      assertThat(json).contains("For oversight, not for the public");
      assertThat(text(study, "disparity.csv").lines().skip(1))
          .isNotEmpty()
          .allMatch(line -> line.contains("oversight only; no cause, no intent"));
    }
  }

  @Test
  void aFilesBenchmarkIsHeldAgainstBookings() throws Exception {
    try (Nation nation = new Nation(folder)) {
      byHand(nation);
      Path file = folder.resolve("residents.csv");
      java.nio.file.Files.writeString(
          file, "fips,group,count\n06001,SEX=FEMALE,5100\n06001,SEX=MALE,4900\n");
      PlaceBenchmark residents = PlaceBenchmark.read("residents", file);
      JsonNode study = json(study(nation, ask(Ask.By.JURISDICTION, residents)));
      JsonNode row =
          StreamSupport.stream(study.get("units").spliterator(), false)
              .filter(one -> one.get("against").asString().equals("residents"))
              .findFirst()
              .orElseThrow();
      has(row, 66, 140, 5100, 10000);
    }
  }

  @Test
  void aKeyThatOpensNothingEndsItAndNothingIsWritten() throws Exception {
    Path other = folder.resolve("other");
    KeyFolder.sealing(other);
    OpeningKey wrong = OpeningKey.of(other.resolve(KeyFolder.OPENS));
    try (Nation nation = new Nation(folder)) {
      byHand(nation);
      assertThatThrownBy(
              () -> desk(nation).study(ask(Ask.By.JURISDICTION), nation.opening(wrong), "analyst"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "key "
                  + wrong.sealing().id()
                  + " opens none of 160 rows: they are sealed to another");
      YearMonth early = YearMonth.of(1999, 1);
      Ask nobody = new Ask(early, early, Ask.By.JURISDICTION, List.of());
      assertThatThrownBy(() -> study(nation, nobody)).hasMessageContaining("no booking");
      assertThat(new LedgerReader(nation.database.of().ledger()).last()).isEmpty();
      assertThat(reviews(nation).list()).isEmpty();
    }
  }

  @Test
  void theLedgerSaysWhoCountedWhatAndWhatCameOfIt() throws Exception {
    try (Nation nation = new Nation(folder)) {
      byHand(nation);
      DisparityDesk.Study study = study(nation, ask(Ask.By.JURISDICTION));
      var entry = new LedgerReader(nation.database.of().ledger()).last().orElseThrow();
      assertThat(entry.toString())
          .contains("analyst", "disparity.analyse", "analysis:2011-01..2011-05", study.sha256());
    }
  }
}
