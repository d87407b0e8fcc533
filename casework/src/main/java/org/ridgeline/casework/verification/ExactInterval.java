package org.ridgeline.casework.verification;

/// The exact 95 % interval of a share, by Clopper and Pearson.
/// - **Source** C. J. Clopper, E. S. Pearson, Biometrika 26, 1934; the incomplete beta function as
///   a binomial tail, NIST Digital Library of Mathematical Functions 8.17.5
public record ExactInterval(int count, int of, double low, double high) {
  private static final double TAIL = 0.025;
  private static final int HALVINGS = 60;

  /// The interval of `count` out of `of`; out of 0 it is 0..1.
  /// - **Error** a count outside 0..`of`: IllegalArgumentException
  public static ExactInterval of(int count, int of) {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException("count=" + count + " limit=0.." + of);
    }
    double low = count == 0 ? 0 : where(count, of, TAIL);
    double high = count == of ? 1 : where(count + 1, of, 1 - TAIL);
    return new ExactInterval(count, of, low, high);
  }

  /// The share at which `least` or more out of `of` have a probability; it rises with the share.
  private static double where(int least, int of, double probability) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atLeast(least, of, middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// The sum runs over thousands of terms at most: as many as an examiner had planted pairs.
  private static double atLeast(int least, int of, double share) {
    double sum = 0;
    double logChoose = 0;
    for (int k = 0; k <= of; k++) {
      if (k > 0) {
        logChoose += Math.log(of - k + 1.0) - Math.log(k);
      }
      if (k >= least) {
        sum += Math.exp(logChoose + k * Math.log(share) + (of - k) * Math.log1p(-share));
      }
    }
    return sum;
  }
}
