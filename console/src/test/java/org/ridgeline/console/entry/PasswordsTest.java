package org.ridgeline.console.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void takesTwelveCharactersAndNotEleven() {
    assertThat(Passwords.objection("chief", "abcdefghijk", "abcdefghijk")).isPresent();
    assertThat(Passwords.objection("chief", "abcdefghijkl", "abcdefghijkl")).isEmpty();
  }

  @Test
  void takesTwoHundredCharactersAndNotMore() {
    String longest = "abcdefghij".repeat(20);
    assertThat(Passwords.objection("chief", longest, longest)).isEmpty();
    assertThat(Passwords.objection("chief", longest + "k", longest + "k")).isPresent();
  }

  @Test
  void refusesTypingErrorsOwnNamesAndMonotony() {
    assertThat(Passwords.objection("chief", "abcdefghijkl", "abcdefghijkm"))
        .hasValueSatisfying(why -> assertThat(why).contains("differ"));
    assertThat(Passwords.objection("chief", "Chief of the jail", "Chief of the jail"))
        .hasValueSatisfying(why -> assertThat(why).contains("name"));
    assertThat(Passwords.objection("chief", "aaaaaaaaaaaa", "aaaaaaaaaaaa")).isPresent();
  }

  @Test
  void storesWithMethodAndSaltAndKnowsItsOwn() {
    var encoder = Passwords.encoder();
    String stored = encoder.encode("correct horse battery");
    assertThat(stored).startsWith("{pbkdf2-sha256-600k}");
    assertThat(stored).isNotEqualTo(encoder.encode("correct horse battery"));
    assertThat(encoder.matches("correct horse battery", stored)).isTrue();
    assertThat(encoder.matches("correct horse batterz", stored)).isFalse();
  }
}
