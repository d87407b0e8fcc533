package org.ridgeline.casework.redress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpeningTest {
  private static int faults(String account, String wish, String line) {
    var person = new Opening.Person(line, line, line, line);
    return new Opening(ClaimKind.CORRECTION, false, account, wish, person, "en").faults().size();
  }

  @Test
  void textIsBoundedBelowAtAndAbove() {
    String account = "a".repeat(Limits.ACCOUNT_CHARS_MAX);
    String wish = "w".repeat(Limits.WISH_CHARS_MAX);
    String line = "指".repeat(Limits.LINE_CHARS_MAX);
    assertThat(faults("", "", "")).isEqualTo(1);
    assertThat(faults("a", "", "")).isZero();
    assertThat(faults(account.substring(1), wish.substring(1), line.substring(1))).isZero();
    assertThat(faults(account, wish, line)).isZero();
    assertThat(faults(account + "a", wish + "w", line + "x")).isEqualTo(6);
  }
}
