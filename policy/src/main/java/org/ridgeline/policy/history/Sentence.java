package org.ridgeline.policy.history;

/// The term a court imposed, suspended or not.
/// - **Unit** days; 0 where the court imposed none
/// - **Limit** 0..[#DAYS_MAX], a life sentence among them
public record Sentence(int days) {
  /// A hundred years and more.
  public static final int DAYS_MAX = 40_000;

  public Sentence {
    if (days < 0 || days > DAYS_MAX) {
      throw new IllegalArgumentException("days=" + days + " limit=0.." + DAYS_MAX);
    }
  }
}
