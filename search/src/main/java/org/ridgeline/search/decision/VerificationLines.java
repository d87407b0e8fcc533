package org.ridgeline.search.decision;

/// Where the lines are drawn between one print and one person, who is named beforehand.
///
/// The score is a log-likelihood ratio, so at most `2^-t` of strangers reach `t` bits; where a
/// person has several encounters, each is a chance for a stranger, and the lines rise with them.
/// - **Unit** false match rates, as shares of comparisons of strangers; lines in centibits
public final class VerificationLines {
  /// One stranger in 10,000 is taken for the person named: what one good finger can bear out.
  public static final double MATCH_FMR = 1e-4;

  /// One in 100 is left open: people must look.
  public static final double OPEN_FMR = 1e-2;

  private VerificationLines() {}

  /// The score that a match needs with one of so many encounters.
  public static int matchMin(int encounters) {
    return line(MATCH_FMR, encounters);
  }

  /// The score below which it is no match.
  public static int openMin(int encounters) {
    return line(OPEN_FMR, encounters);
  }

  private static int line(double fmr, int encounters) {
    return Thresholds.centibits(fmr, Math.max(encounters, 1));
  }
}
