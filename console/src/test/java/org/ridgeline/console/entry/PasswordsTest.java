package org.ridgeline.console.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  @Test
  void takesTwelveCharactersAndNotEleven() {
    assertThat(Passwords.objection("chief", "kelp tin vow", "kelp tin vow")).isEmpty();
    assertThat(Passwords.objection("chief", "kelp tin vo", "kelp tin vo"))
        .hasValueSatisfying(why -> assertThat(why).contains("12 to 200"));
  }

  @Test
  void takesTwoHundredCharactersAndNotMore() {
    String longest = "kelptinvow".repeat(20);
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

  /// Each is long enough.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Password!2026",
        "qwertyuiop12",
        "P@ssw0rdP@ssw0rd",
        "1234567890123",
        "iloveyou1234",
        "ridgeline2026",
        "fingerprint12",
        "sheriff123456",
        "abcdefghijkl",
        "asdfghjkl;123",
        "jennifer1985!"
      })
  void refusesWhatIsTriedFirstAndSaysWhy(String password) {
    assertThat(Passwords.objection("chief", password, password))
        .hasValueSatisfying(
            why -> assertThat(why).contains("tried first").doesNotContain(password));
  }

  @Test
  void refusesOnesOwnNameInDisguise() {
    assertThat(Passwords.objection("m.ortolana", "m.0rt0l4n4 2026", "m.0rt0l4n4 2026"))
        .hasValueSatisfying(why -> assertThat(why).contains("tried first"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "x7Kq!v93mZpW", "wenn der Kranich zieht"})
  void takesUnrelatedWordsAndDrawnOnes(String password) {
    assertThat(Passwords.objection("chief", password, password)).isEmpty();
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
