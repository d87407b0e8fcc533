package org.ridgeline.estimate.disparity;

/// What a disparity does not show. Every [Disparity] carries all of them.
public enum DisparityCaveat {
  /// No cause.
  CAUSE("A gap is a difference of shares. It does not say what made it."),

  /// No intent.
  INTENT("It says nothing about what any officer, examiner or agency meant to do."),

  /// The benchmark.
  BENCHMARK(
      "It is only as good as its benchmark. Residents are not those who meet the police: people"
          + " drive through, work and are visited elsewhere. Arrests are decisions of the same"
          + " agencies; a bias in both does not show."),

  /// Not an outlier is not fair.
  ABSENCE(
      "A unit that is no outlier is not shown to be fair: its numbers may be too small to tell, and"
          + " a bias that most units share is no outlier anywhere."),

  /// Some outliers are by chance.
  FALSE_DISCOVERIES(
      "Of the units called outliers, an expected share of up to q is by chance, in one analysis."
          + " Looking at several groups, steps or periods adds to it."),

  /// Over-dispersion hides.
  DISPERSION(
      "Where a common spread between units is allowed for, a bias of a size with that spread is not"
          + " found. Where it is not, ordinary differences between places are."),

  /// Who says who belongs to a group.
  RECORDING(
      "Groups are as they were recorded, by the person or by an officer's look, and not at all for"
          + " some. People without a record are left out."),

  /// Repeated persons.
  INDEPENDENCE(
      "Each booking counts as independent. A person booked often, or many booked at one event,"
          + " makes chance look smaller than it is."),

  /// Later steps inherit.
  EARLIER_STEPS(
      "A gap at a later step may be that of an earlier one, carried along. Which step adds to it is"
          + " told by the step's own passing rates.");

  private final String words;

  DisparityCaveat(String words) {
    this.words = words;
  }

  /// In words for readers of the figures.
  public String words() {
    return words;
  }
}
