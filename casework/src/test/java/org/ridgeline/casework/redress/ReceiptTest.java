package org.ridgeline.casework.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static Receipt made(long seed) {
    byte[] random = new byte[32];
    new Random(seed).nextBytes(random);
    return Receipt.ofRandom(random);
  }

  @Test
  void isReadBackHoweverItIsTyped() {
    Receipt receipt = made(1);
    assertThat(receipt.shown()).matches("([0-9A-Z]{5}-){3}[0-9A-Z]{5}");
    assertThat(Receipt.ofTyped(receipt.shown())).contains(receipt);
    assertThat(Receipt.ofTyped(" " + receipt.shown().toLowerCase().replace("-", " – ")))
        .contains(receipt);
    assertThat(Receipt.ofTyped(receipt.text().replace('0', 'o').replace('1', 'l')))
        .contains(receipt);
    assertThat(Receipt.ofTyped("")).isEmpty();
    assertThat(Receipt.ofTyped("<script>alert(1)</script>")).isEmpty();
  }

  @Test
  void everyWrongCharacterShows() {
    for (long seed = 0; seed < 20; seed++) {
      String text = made(seed).text();
      for (int i = 0; i < text.length(); i++) {
        for (char c : ALPHABET.toCharArray()) {
          String typed = text.substring(0, i) + c + text.substring(i + 1);
          assertThat(Receipt.ofTyped(typed).isPresent()).isEqualTo(typed.equals(text));
        }
      }
    }
  }

  @Test
  void differsFromAllOthersAndStaysOutOfLogs() {
    Set<String> all = new HashSet<>();
    for (long seed = 0; seed < 5000; seed++) {
      all.add(made(seed).text());
    }
    assertThat(all).hasSize(5000);
    assertThat(made(3).toString()).doesNotContain(made(3).text());
  }
}
