package org.ridgeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

class LegibleTest {
  private static String found(String raw) {
    return Legible.of(Finding.of(Severity.ERROR, FindingCode.TAG_INVALID, "1.001:", raw).found());
  }

  @Test
  void bytesAreNamedAsSuch() {
    assertThat(found("\u00cd\u00e8!\u008e>\u001ed\u0005\u00d4\u0084_\u00c5\u000c\u0016\u0083"))
        .isEqualTo("bytes that are no text, beginning CD E8 21 8E 3E 1E 64 05");
    assertThat(found("\u00ff\u00d8\u0000\u0010")).startsWith("bytes that are no text");
  }

  @Test
  void textStaysWhateverLanguageItIsIn() {
    for (String text :
        List.of(
            "",
            "1 usable; not usable: right thumb, right index",
            "MUÑOZ,JOSÉ",
            "ИВАНОВ",
            "a field that ends in its separator<1D>",
            "DOE,JANE<1D>and more after it",
            "a < b > c")) {
      assertThat(Legible.of(text)).isEqualTo(text);
    }
  }

  @Test
  void whatIsSaidAgainIsShownOnce() {
    assertThat(FieldLine.values(List.of(List.of("a", "b"), List.of("a", "b"), List.of("c"))))
        .containsExactly("a · b (2 times)", "c");
  }
}
