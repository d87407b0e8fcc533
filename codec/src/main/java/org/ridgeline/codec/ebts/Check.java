package org.ridgeline.codec.ebts;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ridgeline.vocabulary.FindingCode;

/// One demand on the value of an information item.
sealed interface Check {
  /// Characters a value may have.
  /// - **Source** ANSI/NIST-ITL 1-2011, 5.5; the special characters of AS are those EBTS 9.1,
  ///   Appendix C allows in names, with the apostrophe and ampersand of the NCIC code manual
  enum Alphabet implements Check {
    A("[A-Za-z]*", "letters"),
    N("[0-9]*", "digits"),
    AN("[A-Za-z0-9]*", "letters and digits"),
    AS("[\\p{L}\\p{M} ,'&./-]*", "letters, space, comma, hyphen, apostrophe"),
    ANS("[ -~]*", "printable ASCII characters"),
    H("[0-9A-Fa-f]*", "hexadecimal digits"),
    /// Anything: text in the transaction's own encoding.
    U("(?s).*", "text");

    private final Pattern pattern;
    private final String words;

    Alphabet(String regex, String words) {
      this.pattern = Pattern.compile(regex);
      this.words = words;
    }

    @Override
    public boolean matches(String value) {
      return pattern.matcher(value).matches();
    }

    @Override
    public String expected() {
      return words;
    }
  }

  /// Number of characters.
  record Size(int min, int max) implements Check {
    @Override
    public boolean matches(String value) {
      int length = value.codePointCount(0, value.length());
      return length >= min && length <= max;
    }

    @Override
    public String expected() {
      String most = max == Integer.MAX_VALUE ? min + " or more" : min + ".." + max;
      return (min == max ? String.valueOf(min) : most) + " characters";
    }

    @Override
    public boolean isRange() {
      return true;
    }
  }

  /// Whole numbers from `min` to `max`, leading zeros allowed.
  record Range(long min, long max) implements Check {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");

    @Override
    public boolean matches(String value) {
      if (!WHOLE.matcher(value).matches()) {
        return false;
      }
      long number = new BigInteger(value).longValue();
      return number >= min && number <= max;
    }

    @Override
    public String expected() {
      return min + ".." + max;
    }

    @Override
    public boolean isRange() {
      return true;
    }
  }

  /// One of a list of codes; numeric codes with or without leading zeros. `words` is the list as
  /// the rules file writes it, "0..100 254 255".
  record OneOf(List<String> codes, String words) implements Check {
    private static final int SHOWN_CHARS_MAX = 120;

    public OneOf {
      codes = List.copyOf(codes);
    }

    @Override
    public boolean matches(String value) {
      return codes.contains(value)
          || value.matches("0+[0-9]+") && codes.contains(value.replaceFirst("^0+(?=[0-9])", ""));
    }

    @Override
    public String expected() {
      String shown =
          words.length() <= SHOWN_CHARS_MAX ? words : words.substring(0, SHOWN_CHARS_MAX) + " ...";
      return (codes.size() == 1 ? "" : "one of ") + shown;
    }
  }

  /// A date, a time, a decimal number.
  record Formed(Form form) implements Check {
    @Override
    public boolean matches(String value) {
      return form.matches(value);
    }

    @Override
    public String expected() {
      return form.expected();
    }
  }

  /// A regular expression, and what it says in words.
  record Like(Pattern pattern, String words) implements Check {
    @Override
    public boolean matches(String value) {
      return pattern.matcher(value).matches();
    }

    @Override
    public String expected() {
      return words;
    }
  }

  /// Whether a value, never empty, meets the demand.
  boolean matches(String value);

  /// The demand in words.
  String expected();

  /// Whether missing it is a matter of too much or too little.
  default boolean isRange() {
    return false;
  }

  /// The finding code for a value that misses the demand.
  default FindingCode code() {
    return isRange() ? FindingCode.FIELD_RANGE : FindingCode.FIELD_INVALID;
  }

  /// A check by its word in a rules file; empty where it is none.
  static Optional<Check> parse(String word) {
    for (Alphabet alphabet : Alphabet.values()) {
      if (alphabet.name().equals(word)) {
        return Optional.of(alphabet);
      }
    }
    for (Form form : Form.values()) {
      if (form.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(new Formed(form));
      }
    }
    if (word.matches("\\[-?[0-9]+\\.\\.-?[0-9]+]")) {
      String[] ends = word.substring(1, word.length() - 1).split("\\.\\.");
      return Optional.of(new Range(Long.parseLong(ends[0]), Long.parseLong(ends[1])));
    }
    if (word.matches("[0-9]+(-([0-9]+|\\*))?")) {
      String[] ends = word.split("-");
      int min = Integer.parseInt(ends[0]);
      int max = ends.length == 1 ? min : ends[1].equals("*") ? Integer.MAX_VALUE : parsed(ends[1]);
      return Optional.of(new Size(min, max));
    }
    return Optional.empty();
  }

  private static int parsed(String number) {
    return Integer.parseInt(number);
  }
}
