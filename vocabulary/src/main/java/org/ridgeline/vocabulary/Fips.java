package org.ridgeline.vocabulary;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The code of a jurisdiction: five digits, two of the state and three of the county. A whole
/// state, district or territory has 000 for the county.
/// - **Source** FIPS 5-2 (states) and 6-4 (counties); INCITS 38 and 31 go on with both
/// - **Error** other than five digits, or a state that there is not: IllegalArgumentException
public record Fips(String value) implements Comparable<Fips> {
  private static final Pattern FORM = Pattern.compile("[0-9]{5}");
  private static final Pattern STATE_ALONE = Pattern.compile("[0-9]{2}");
  private static final int STATE_DIGITS = 2;
  private static final String WHOLE = "000";
  private static final String DISTRICT = "11";
  private static final String FIRST_TERRITORY = "60";

  private static final Map<String, String> POSTAL =
      Stream.of(
              """
              01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS
              21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC
              38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY
              60AS 66GU 69MP 72PR 78VI
              """
                  .strip()
                  .split("\\s+"))
          .collect(
              Collectors.toUnmodifiableMap(
                  pair -> pair.substring(0, STATE_DIGITS), pair -> pair.substring(STATE_DIGITS)));

  /// What a code is of.
  public enum Kind {
    /// A county, or what a state has for one.
    COUNTY,
    /// One of the fifty states.
    STATE,
    /// The District of Columbia or a territory, as a whole.
    TERRITORY
  }

  public Fips {
    if (!FORM.matcher(value).matches() || !POSTAL.containsKey(value.substring(0, STATE_DIGITS))) {
      throw new IllegalArgumentException(
          "fips=" + value + " expected five digits that begin with a state's, like 06067 or 06000");
    }
  }

  /// Reads a code as people write it: a state may stand in two digits.
  /// - **Error** none: IllegalArgumentException
  public static Fips of(String text) {
    return new Fips(STATE_ALONE.matcher(text).matches() ? text + WHOLE : text);
  }

  /// The two letters of the state it lies in.
  public String state() {
    return Optional.ofNullable(POSTAL.get(prefix())).orElseThrow();
  }

  /// What it is of.
  public Kind kind() {
    if (!value.endsWith(WHOLE)) {
      return Kind.COUNTY;
    }
    return liesInState() ? Kind.STATE : Kind.TERRITORY;
  }

  /// Whether it lies in, or is, one of the fifty states: else the District or a territory.
  public boolean liesInState() {
    return !prefix().equals(DISTRICT) && prefix().compareTo(FIRST_TERRITORY) < 0;
  }

  private String prefix() {
    return value.substring(0, STATE_DIGITS);
  }

  @Override
  public int compareTo(Fips other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
