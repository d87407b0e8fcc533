package org.ridgeline.estimate.share;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// Tails of distributions as sums of fractions, term by term: nothing in common with the code under
/// test.
public final class Sums {
  private static final MathContext DIGITS = new MathContext(50);

  private Sums() {}

  /// P(at most `count`) of a binomial distribution.
  public static double binomialAtMost(int count, int of, String share) {
    BigDecimal p = new BigDecimal(share);
    BigDecimal q = BigDecimal.ONE.subtract(p);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i <= count; i++) {
      BigDecimal one = p.pow(i, DIGITS).multiply(q.pow(of - i, DIGITS), DIGITS);
      sum = sum.add(one.multiply(new BigDecimal(choose(of, i)), DIGITS));
    }
    return sum.doubleValue();
  }

  /// P(at most `count` of the `drawn` are among the `marked` of `all`).
  public static double hypergeometricAtMost(int count, int drawn, int marked, int all) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = Math.max(0, drawn + marked - all); i <= count; i++) {
      sum = sum.add(choose(marked, i).multiply(choose(all - marked, drawn - i)));
    }
    return new BigDecimal(sum).divide(new BigDecimal(choose(all, drawn)), DIGITS).doubleValue();
  }

  private static BigInteger choose(int n, int k) {
    BigInteger value = BigInteger.ONE;
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    for (int i = 1; i <= k; i++) {
      value = value.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return value;
  }
}
