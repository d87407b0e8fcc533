package org.ridgeline.oversight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.vocabulary.JurisdictionCount;
import org.ridgeline.vocabulary.StateCount;

/// The numbers that the programme published, as this program would have to publish them.
class GoldenNumbersTest {
  private static final Set<String> ROWS =
      new TreeSet<>(List.of("LEVEL_1", "LEVEL_2", "LEVEL_3", "NO_CONVICTION", "UNDETERMINED"));

  @Test
  void aTotalOf461WithTwoRowsIsRefusedAndTheDifferenceOf143Named() {
    Map<String, Long> published = Map.of("LEVEL_1", 192L, "LEVEL_2", 126L);
    assertThatThrownBy(() -> AddsUp.check("removed, 06067", 461, published, ROWS))
        .isInstanceOf(DoesNotAddUp.class)
        .hasMessage(
            "removed, 06067: total 461, parts 318, difference 143;"
                + " compulsory rows missing: LEVEL_3, NO_CONVICTION, UNDETERMINED");
  }

  @Test
  void theSameTotalWithEveryRowIsTaken() {
    Map<String, Long> whole = new LinkedHashMap<>();
    whole.put("LEVEL_1", 192L);
    whole.put("LEVEL_2", 126L);
    whole.put("LEVEL_3", 0L);
    whole.put("NO_CONVICTION", 0L);
    whole.put("UNDETERMINED", 143L);
    assertThatCode(() -> AddsUp.check("removed, 06067", 461, whole, ROWS))
        .doesNotThrowAnyException();
  }

  @Test
  void fourThousandOfEighteenThousandAreTwentyTwoPercent() {
    Rate rate =
        new Rate("removed-of-identified/1", "", Row.ALL, Optional.of(4_000L), Optional.of(18_000L));
    Share share = ReportCsv.share(rate).orElseThrow();
    assertThat(Math.round(100 * share.rate())).isEqualTo(22);
    assertThat(share.bounds().low()).isBetween(0.216, 0.217);
    assertThat(share.bounds().high()).isBetween(0.228, 0.229);
  }

  @Test
  void levelOneAndTheOthersMakeFortyOneThousandSevenHundred() {
    Map<String, Long> texas = Map.of("LEVEL_1", 12_200L, "LEVEL_2_AND_3", 29_500L);
    assertThatCode(() -> AddsUp.check("removed", 41_700, texas, texas.keySet()))
        .doesNotThrowAnyException();
    assertThat(Math.round(100 * new Share(12_200, 41_700).rate())).isEqualTo(29);
  }

  @Test
  void fortyOneJurisdictionsAreNotFortyOneStates() {
    assertThat(new JurisdictionCount(41)).isNotEqualTo(new StateCount(41));
    assertThat(new JurisdictionCount(41)).hasToString("41 jurisdictions");
    assertThat(new StateCount(41)).hasToString("41 states");
  }
}
