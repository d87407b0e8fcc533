package org.ridgeline.oversight.report;

import java.util.Comparator;

/// The nation, a state, or a jurisdiction.
/// - **Shape** `code`: US, two letters, or a FIPS code of five digits; `state` empty for the nation
public record Area(Kind kind, String code, String state) implements Comparable<Area> {
  /// All of it.
  public static final Area NATION = new Area(Kind.NATION, "US", "");

  private static final Comparator<Area> ORDER =
      Comparator.comparing(Area::kind).thenComparing(Area::state).thenComparing(Area::code);

  /// How large it is.
  public enum Kind {
    NATION("nation"),
    STATE("state"),
    JURISDICTION("jurisdiction");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// As files say it.
    public String words() {
      return words;
    }

    /// The kind that files call so; none: IllegalArgumentException.
    static Kind ofWords(String words) {
      for (Kind kind : values()) {
        if (kind.words.equals(words)) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "area_kind=\"" + words + "\" expected=nation, state, jurisdiction");
    }
  }

  /// A state, by its postal code.
  public static Area state(String postal) {
    return new Area(Kind.STATE, postal, postal);
  }

  /// A jurisdiction of a state, by its FIPS code.
  public static Area jurisdiction(String fips, String state) {
    return new Area(Kind.JURISDICTION, fips, state);
  }

  @Override
  public int compareTo(Area other) {
    return ORDER.compare(this, other);
  }
}
