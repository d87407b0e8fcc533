package org.ridgeline.oversight.sealed;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is counted of a person who was booked, as the booking reports it. What is not reported, or
/// no code at all, stays unknown.
/// - **Shape** `race`: codes of EBTS 2.025 as reported, several with commas between
public record Demographics(Sex sex, AgeBand age, Optional<String> race) {
  /// What every record takes before it is sealed, so that a sealed one's length says nothing.
  static final int BYTES = 64;

  private static final byte VERSION = 1;
  private static final int HEAD = 4;
  private static final Pattern RACES = Pattern.compile("[A-Z0-9]{1,8}(,[A-Z0-9]{1,8}){0,5}");

  /// - **Error** a race that is no list of at most six codes: IllegalArgumentException
  public Demographics {
    if (race.isPresent() && !RACES.matcher(race.get()).matches()) {
      throw new IllegalArgumentException("race.length=" + race.get().length() + " limit=codes");
    }
  }

  /// What a booking reports.
  /// - **Shape** `birth` YYYYMMDD; `on`: the day it came
  public record Reported(
      Optional<String> sex, Optional<String> birth, List<String> races, LocalDate on) {
    public Reported {
      races = List.copyOf(races);
    }

    /// Says nothing: it may end in a log.
    @Override
    public String toString() {
      return "Reported";
    }
  }

  /// What is kept of it.
  public static Demographics of(Reported reported) {
    String races = String.join(",", reported.races().stream().map(String::strip).toList());
    return new Demographics(
        Sex.ofCode(reported.sex()),
        AgeBand.of(reported.birth(), reported.on()),
        Optional.of(races).filter(text -> RACES.matcher(text).matches()));
  }

  /// Always [#BYTES] long.
  byte[] padded() {
    byte[] text = race.orElse("").getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[BYTES];
    bytes[0] = VERSION;
    bytes[1] = (byte) sex.ordinal();
    bytes[2] = (byte) age.ordinal();
    bytes[3] = (byte) text.length;
    System.arraycopy(text, 0, bytes, HEAD, text.length);
    return bytes;
  }

  /// - **Error** bytes of another version or shape: IllegalArgumentException
  static Demographics ofPadded(byte[] bytes) {
    if (bytes.length != BYTES
        || bytes[0] != VERSION
        || bytes[1] >= Sex.values().length
        || bytes[2] >= AgeBand.values().length
        || bytes[1] < 0
        || bytes[2] < 0
        || bytes[3] < 0
        || bytes[3] > BYTES - HEAD) {
      throw new IllegalArgumentException(
          "demographics.length=" + bytes.length + " limit=version 1");
    }
    String race = new String(bytes, HEAD, bytes[3], StandardCharsets.US_ASCII);
    return new Demographics(
        Sex.values()[bytes[1]],
        AgeBand.values()[bytes[2]],
        Optional.of(race).filter(text -> !text.isEmpty()));
  }

  /// Says nothing: it may end in a log.
  @Override
  public String toString() {
    return "Demographics";
  }
}
