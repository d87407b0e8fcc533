package org.ridgeline.estimate.change;

/// What a change around a date does not show. Every [ArrestMix] carries all of them.
public enum ChangeCaveat {
  /// No cause.
  CAUSE("That something changed after activation does not show that activation changed it."),

  /// Other things changed too.
  AT_THE_SAME_TIME(
      "Laws, budgets, sheriffs, crime and other programmes change as well, some at the same time"
          + " and for the same reasons."),

  /// Who lives there.
  POPULATION(
      "Who lives in a place, works there or passes through changes. Counts of bookings do not show"
          + " it."),

  /// No intent.
  INTENT(
      "More bookings for minor offences do not show that anybody was arrested for another reason"
          + " than the charge, nor that nobody was."),

  /// Early ones were chosen.
  SELECTION(
      "Places were not activated at random. Those that came early differ from those that came late,"
          + " and may have been changing already."),

  /// No comparison with those not activated.
  NO_CONTROL(
      "Each place is compared with itself. What would have happened without activation was not"
          + " seen."),

  /// Trend and season.
  TREND(
      "A trend that was there before, or a season that falls on one side only, looks like a change."
          + " Take whole years of equal length on both sides."),

  /// Anticipation and slow effects.
  TIMING(
      "Agencies may have changed before the date, or long after it. One date per place cannot show"
          + " that."),

  /// Charges as recorded.
  RECORDING(
      "Charges are as they were booked. How offences are charged and recorded changes, too, and a"
          + " booking charge is no conviction."),

  /// Shares depend on each other.
  SHARES(
      "Shares of one whole depend on each other: one class grows where another shrinks. A larger"
          + " share need not be more bookings."),

  /// Several at once.
  SEVERAL_CLASSES(
      "Each interval holds its true value with 95 %. Of twenty classes one is expected to leave it"
          + " out."),

  /// The same persons.
  INDEPENDENCE(
      "Each booking counts as independent. A person booked often, or many booked at one event,"
          + " makes chance look smaller than it is.");

  private final String words;

  ChangeCaveat(String words) {
    this.words = words;
  }

  /// In words for readers of the figures.
  public String words() {
    return words;
  }
}
