package org.ridgeline.bench.fairness;

/// What can go wrong with a trial.
/// - **Shape** `key`: in results; `isBetweenTwo`: trials are between two persons; `isTested`:
///   groups are tested for it
public enum Measure {
  /// A print of which no usable template could be made.
  FAILURE_TO_EXTRACT("failureToExtract", false, true),
  /// Two prints of one finger below the threshold.
  FNMR("fnmr", false, true),
  /// Prints of two persons of one group that reach the threshold.
  FMR_WITHIN("fmrWithin", true, true),
  /// Prints of two persons, of whom one is of the group, that reach the threshold.
  FMR_ACROSS("fmrAcross", true, false),
  /// A search whose finger is enrolled and below the threshold.
  FNIR("fnir", false, true),
  /// A search whose person is not enrolled, with somebody who reaches the threshold.
  FPIR("fpir", false, true);

  private final String key;
  private final boolean isBetweenTwo;
  private final boolean isTested;

  Measure(String key, boolean isBetweenTwo, boolean isTested) {
    this.key = key;
    this.isBetweenTwo = isBetweenTwo;
    this.isTested = isTested;
  }

  /// The key in results.
  public String key() {
    return key;
  }

  boolean isBetweenTwo() {
    return isBetweenTwo;
  }

  boolean isTested() {
    return isTested;
  }
}
