package org.ridgeline.oversight.track;

/// What is counted. Each has a definition with an id and a version in docs/definitions.md; a count
/// that means something else is another measure or the next version, never the same.
public enum Measure {
  /// Booking submissions that came through a door.
  RECEIVED(Unit.BOOKING, 1),
  /// Refused: unreadable, incomplete, or too few usable fingers.
  REFUSED(Unit.BOOKING, 1),
  /// Not searched in the second repository: the agency did not take part on the day.
  NOT_ACTIVE(Unit.BOOKING, 1),
  /// Searched in the second repository, which does not know the person.
  NO_MATCH(Unit.BOOKING, 1),
  /// The second repository may know the person; unverified.
  MATCHED(Unit.BOOKING, 1),
  /// The search of the second repository could not be done.
  SEARCH_FAILED(Unit.BOOKING, 1),
  /// The first repository's answer was made, by how long after receipt.
  FIRST_ANSWER(Unit.BOOKING, 1),
  /// The second repository's answer was made, by how long after receipt.
  SECOND_ANSWER(Unit.BOOKING, 1),
  /// A matched booking got an answer that a person signed.
  PERSON_ANSWER(Unit.BOOKING, 1),
  /// A matched booking that a case took up.
  IN_CASE(Unit.BOOKING, 1),
  /// Examiners found that booking and record are one person.
  VERIFIED(Unit.BOOKING, 1),
  /// Examiners found that they are not.
  EXCLUDED(Unit.BOOKING, 1),
  /// Examiners could not tell.
  INCONCLUSIVE(Unit.BOOKING, 1),
  /// A case whose first booking was verified: a person identified.
  IDENTIFIED(Unit.CASE, 1),
  /// A person's signed determination of an identified case stands, by kind.
  DETERMINED(Unit.CASE, 1),
  /// A person left local custody for another custodian.
  HANDED_OVER(Unit.CASE, 1),
  /// What became of the person was recorded, by kind.
  OUTCOME(Unit.CASE, 1);

  private final Unit unit;
  private final int version;

  Measure(Unit unit, int version) {
    this.unit = unit;
    this.version = version;
  }

  /// What one of them is.
  public enum Unit {
    BOOKING("bookings"),
    CASE("cases");

    private final String words;

    Unit(String words) {
      this.words = words;
    }

    /// As tables say it.
    public String words() {
      return words;
    }
  }

  /// What is counted.
  public Unit unit() {
    return unit;
  }

  /// The id that stands beside every published number, like `removed/1`.
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "/" + version;
  }

  /// Whether it is split by conviction level: whatever comes after examiners verified.
  public boolean hasLevels() {
    return switch (this) {
      case VERIFIED, IDENTIFIED, DETERMINED, HANDED_OVER, OUTCOME -> true;
      default -> false;
    };
  }
}
