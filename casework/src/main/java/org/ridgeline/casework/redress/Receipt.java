package org.ridgeline.casework.redress;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.ridgeline.vocabulary.Sha256;

/// The number by which whoever opened an item asks for it, and nobody else can: 95 random bits and
/// a check character, in an alphabet without letters that look alike.
/// - **Shape** twenty characters, shown in groups of five; only its SHA-256 is stored
public record Receipt(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHARS = 20;
  private static final int GROUP = 5;
  private static final int BITS = 5;

  public Receipt {
    if (text.length() != CHARS || check(text.substring(0, CHARS - 1)) != text.charAt(CHARS - 1)) {
      throw new IllegalArgumentException("no receipt number");
    }
  }

  /// A receipt from at least 12 random bytes: the same bytes give the same receipt.
  public static Receipt ofRandom(byte[] random) {
    StringBuilder text = new StringBuilder(CHARS);
    for (int i = 0; i < CHARS - 1; i++) {
      int value = 0;
      for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
        value = value << 1 | random[bit / 8] >> 7 - bit % 8 & 1;
      }
      text.append(ALPHABET.charAt(value));
    }
    return new Receipt(text.toString() + check(text.toString()));
  }

  /// What somebody typed, if it is a receipt: in any case, with any spaces or hyphens, letters that
  /// look like digits read as those.
  public static Optional<Receipt> ofTyped(String typed) {
    String text =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}.]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean isOne =
        text.length() == CHARS
            && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
            && check(text.substring(0, CHARS - 1)) == text.charAt(CHARS - 1);
    return isOne ? Optional.of(new Receipt(text)) : Optional.empty();
  }

  /// Luhn's sum over an alphabet of 32: every wrong character shows, and nearly every swap.
  private static char check(String text) {
    int sum = 0;
    int factor = 2;
    for (int i = text.length() - 1; i >= 0; i--) {
      int product = factor * ALPHABET.indexOf(text.charAt(i));
      sum += product / ALPHABET.length() + product % ALPHABET.length();
      factor = factor == 2 ? 1 : 2;
    }
    return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
  }

  /// As shown: `7KQ2M-…`.
  public String shown() {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < CHARS; i += GROUP) {
      shown.append(i == 0 ? "" : "-").append(text, i, i + GROUP);
    }
    return shown.toString();
  }

  byte[] sha256() {
    return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// Kept out of logs.
  @Override
  public String toString() {
    return "Receipt[…]";
  }
}
