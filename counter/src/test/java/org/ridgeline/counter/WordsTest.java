package org.ridgeline.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void everyLanguageHasEveryWord() {
    var english = Words.languages().getFirst();
    assertThat(Words.languages()).hasSize(6);
    for (Words language : Words.languages()) {
      assertThat(language.words().keySet()).as(language.code()).isEqualTo(english.words().keySet());
      assertThat(language.words().values()).noneMatch(String::isBlank);
      assertThat(language.time(Instant.EPOCH)).endsWith("UTC");
    }
  }

  @Test
  void takesTheLanguageAskedForElseTheBrowsersElseEnglish() {
    assertThat(code("es", "fr")).isEqualTo("es");
    assertThat(code("xx", "fr-CA,fr;q=0.9,en;q=0.8")).isEqualTo("fr");
    assertThat(code("", "de,zh-CN;q=0.9,en;q=0.1")).isEqualTo("zh-Hans");
    assertThat(code("", "de")).isEqualTo("en");
    assertThat(code("", ";;;q=x")).isEqualTo("en");
    assertThat(code("\"><script>", "")).isEqualTo("en");
  }

  private static String code(String asked, String accepted) {
    return Words.of(
            Optional.of(asked).filter(a -> !a.isEmpty()),
            Optional.of(accepted).filter(a -> !a.isEmpty()))
        .code();
  }

  @Test
  void aTallyStopsAnAddressAboveItsLimitAndNoOther() {
    Tally tally = new Tally(2, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    assertThat(tally.mayOnceMore("a")).isTrue();
    assertThat(tally.mayOnceMore("a")).isTrue();
    assertThat(tally.mayOnceMore("a")).isFalse();
    assertThat(tally.mayOnceMore("b")).isTrue();
  }

  @Test
  void aStampIsOneReceiptAndAForgedOneNone() {
    FormStamp stamps = new FormStamp();
    String stamp = stamps.make();
    assertThat(stamps.receipt(stamp)).isPresent().isEqualTo(stamps.receipt(stamp));
    assertThat(stamps.receipt(stamp + "x")).isEmpty();
    assertThat(new FormStamp().receipt(stamp)).isEmpty();
    assertThat(stamps.receipt("")).isEmpty();
  }
}
