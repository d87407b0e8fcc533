package org.ridgeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.casework.verification.VerificationRules;
import org.ridgeline.node.Settings;
import org.ridgeline.search.decision.Thresholds;

class RoomSettingsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          search.hit-fpir             | often     | expected a number
          search.hit-fpir             | 0         | expected a number above 0 and below 1
          search.hit-fpir             | -0.1      | expected a number above 0 and below 1
          search.hit-fpir             | 1         | expected a number above 0 and below 1
          search.hit-fpir             | NaN       | expected a number above 0 and below 1
          search.hit-fpir             | 0,01      | expected a number
          search.review-fpir          | 5 %       | expected a number
          search.review-fpir          | 1.5       | expected a number above 0 and below 1
          verification.planted-share  | half      | expected a number
          verification.planted-share  | 0.6       | expected a number from 0 to 0.5
          verification.planted-share  | -1        | expected a number from 0 to 0.5
          verification.planted-share  | NaN       | expected a number from 0 to 0.5
          verification.minutes        | 1.5       | expected a whole number
          verification.minutes        | 0         | expected a whole number from 1 to 1440
          verification.minutes        | 1441      | expected a whole number from 1 to 1440
          verification.minutes        | 9223372036854775807 | expected a whole number from 1 to
          db-url                      | jdbc:h2:a | expected jdbc:postgresql://HOST/DATABASE
          criminal.db-url             | host      | expected jdbc:postgresql://HOST/DATABASE
          """)
  void aWrongValueIsRefusedWithFileKeyTextAndWhatWasExpected(
      String key, String text, String expected) throws IOException {
    assertRefused(key + " = " + text, key + "=" + text + " " + expected);
  }

  @Test
  void aKeyInAnotherSpellingIsNamedAsDocumented() throws IOException {
    assertRefused("search.hitFpir=often", "search.hit-fpir=often expected a number");
    assertRefused("search.reviewFpir=7", "search.review-fpir=7 expected a number above 0");
  }

  @ParameterizedTest
  @CsvSource({
    "ledger.checkpoint, ledger.checkpoints",
    "ledger.tsaurl, ledger.tsa-url",
    "console.lockafter, console.lock-after",
    "console.lockAfter, console.lock-after",
    "serach.hit-fpir, search.hit-fpir",
    "criminal.dburl, criminal.db-url",
    "civil.db-usr, civil.db-user",
    "DB-URL, db-url",
    "retention-cases, retention.cases"
  })
  void aKeyThatNobodyReadsIsRefusedWithTheNearest(String key, String nearest) throws IOException {
    assertRefused(key + "=5", key + " is no setting; the nearest is " + nearest + " (");
  }

  @Test
  void anOutcomeThatNoCaseHasIsRefused() throws IOException {
    assertRefused("retention.cases.nonsense=5", "retention.cases.nonsense: no case ends so");
    assertThat(
            RoomSettings.of(
                    settings(
                        "determination.own-way=Ours\nretention.cases.own-way=5\n"
                            + "retention.cases.no-action=5\nretention.cases.RELEASED=5"))
                .retention()
                .outcomes())
        .hasSize(3);
  }

  @Test
  void whatGoesTogetherIsNamedTogether() throws IOException {
    assertRefused("search.hit-fpir=0.1", "search.review-fpir=0.05 is below search.hit-fpir=0.1");
  }

  @Test
  void determinationsOfOnesOwnAreNamedWithTheirWords() throws IOException {
    assertRefused(
        "determination.no-action=Again",
        "determination.no-action=Again: determination \"no-action\" twice");
    assertRefused(
        "determination.9=Words",
        "determination.9=Words: determination \"9\" expected a-z, 0-9, hyphen");
    assertRefused("determination.own=" + "w".repeat(5000), "determination.own=www");
  }

  @Test
  void aPasswordIsNotShown() throws IOException {
    for (String repository : Settings.REPOSITORIES) {
      assertRefused(
          repository + ".db-url=h?user=a&password=b",
          repository + ".db-url=h?user=a&password=*** expected jdbc:postgresql:");
    }
  }

  private void assertRefused(String line, String because) throws IOException {
    Settings settings = settings(line);
    assertThatThrownBy(() -> RoomSettings.of(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(settings.file() + ": " + because);
  }

  @Test
  void whatIsNotSetIsAsUsual() throws IOException {
    RoomSettings read = RoomSettings.of(settings(""));
    assertThat(read.thresholds()).isEqualTo(Thresholds.STANDARD);
    assertThat(read.verification()).isEqualTo(VerificationRules.standard());
    assertThat(read.determinations()).isEmpty();
  }

  @Test
  void whatIsSetIsTaken() throws IOException {
    RoomSettings read =
        RoomSettings.of(
            settings(
                """
                db-url=jdbc:postgresql://localhost/r
                search.hit-fpir = 0.002
                search.review-fpir = 0.06
                verification.planted-share = 0.5
                verification.minutes = 1440
                determination.own-way = Our own way
                """));
    assertThat(read.thresholds()).isEqualTo(new Thresholds(0.002, 0.06));
    assertThat(read.verification().plantedShare()).isEqualTo(0.5);
    assertThat(read.verification().taskLife()).isEqualTo(Duration.ofDays(1));
    assertThat(read.determinations()).isEqualTo(Map.of("own-way", "Our own way"));
  }

  private Settings settings(String text) throws IOException {
    Files.writeString(folder.resolve("ridgeline.properties"), text);
    return Settings.of(folder, Optional.empty());
  }
}
