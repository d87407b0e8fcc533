package org.ridgeline.oversight.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ridgeline.oversight.track.ConvictionLevel;
import org.ridgeline.oversight.track.Split;

/// Of whom a line counts: everybody, or those of one value of a split.
/// - **Shape** `value` empty for everybody
public record Row(By by, String value) implements Comparable<Row> {
  /// Everybody.
  public static final Row ALL = new Row(By.ALL, "");

  private static final String NOT_KNOWN = "UNKNOWN";

  /// What a count is split by. Each has every value as a row, also where nobody is.
  public enum By {
    ALL("all", List.of("")),
    /// As assessed first, after the booking.
    LEVEL_AT_BOOKING("level-at-booking", levels()),
    /// As it stood when a person signed.
    LEVEL_AT_DETERMINATION("level-at-determination", levels()),
    /// Charges at the booking, kept apart from convictions.
    CHARGED("charged", names(Split.Charged.values())),
    FACILITY("facility", List.of("LOCAL_JAIL", "STATE_PRISON", NOT_KNOWN));

    private final String key;
    private final List<String> values;

    By(String key, List<String> values) {
      this.key = key;
      this.values = values;
    }

    private static List<String> levels() {
      return names(ConvictionLevel.values());
    }

    private static List<String> names(Enum<?>[] all) {
      return Arrays.stream(all).map(Enum::name).toList();
    }

    /// The name in files.
    public String key() {
      return key;
    }

    /// Its compulsory rows, in order.
    public List<Row> rows() {
      return values.stream().map(value -> new Row(this, value)).toList();
    }

    /// The split of a name in files; none: IllegalArgumentException.
    static By ofKey(String key) {
      return Arrays.stream(values())
          .filter(by -> by.key.equals(key))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("split=\"" + key + "\" is none"));
    }
  }

  public Row {
    if (!by.values.contains(value)) {
      throw new IllegalArgumentException(by.key + "=\"" + value + "\" expected=" + by.values);
    }
  }

  /// What a line is split by, beside everybody, in an area.
  static List<By> splits(Line line, Area.Kind area) {
    if (!line.measure().hasLevels()) {
      return List.of();
    }
    return switch (area) {
      case JURISDICTION, STATE -> List.of(By.LEVEL_AT_BOOKING);
      case NATION ->
          switch (line) {
            case IDENTIFIED -> List.of(By.LEVEL_AT_BOOKING, By.CHARGED, By.FACILITY);
            case REMOVED ->
                List.of(By.LEVEL_AT_BOOKING, By.LEVEL_AT_DETERMINATION, By.CHARGED, By.FACILITY);
            default -> List.of(By.LEVEL_AT_BOOKING);
          };
    };
  }

  /// The rows that people of a split stand in, of the splits that a line has.
  static Stream<Row> of(Split split, List<By> splits) {
    return Stream.concat(Stream.of(ALL), splits.stream().map(by -> of(split, by)));
  }

  private static Row of(Split split, By by) {
    String value =
        switch (by) {
          case ALL -> "";
          case LEVEL_AT_BOOKING -> split.atBooking().name();
          case LEVEL_AT_DETERMINATION -> split.atDetermination().name();
          case CHARGED -> split.charged().name();
          case FACILITY ->
              By.FACILITY.values.contains(split.facility()) ? split.facility() : NOT_KNOWN;
        };
    return new Row(by, value);
  }

  /// As tables say it.
  public String words() {
    return switch (by) {
      case ALL -> "all";
      case LEVEL_AT_BOOKING, LEVEL_AT_DETERMINATION -> ConvictionLevel.of(value).words();
      case CHARGED -> Split.Charged.valueOf(value).words();
      case FACILITY ->
          switch (value) {
            case "LOCAL_JAIL" -> "local jail";
            case "STATE_PRISON" -> "state prison";
            default -> "facility not known";
          };
    };
  }

  @Override
  public int compareTo(Row other) {
    int first = by.compareTo(other.by);
    return first != 0
        ? first
        : Integer.compare(by.values.indexOf(value), by.values.indexOf(other.value));
  }
}
