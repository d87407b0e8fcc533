package org.ridgeline.bench.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Subjects, parted into those that are drawn among themselves: of one set of prints, say.
///
/// Drawn from all alike, a drawing would hold now more of an easy set and now more of a hard one,
/// and bounds of all together would be as wide as the sets are different.
final class Strata {
  private static final long SEED = 0x5EED_1979_5001L;

  private final int[] stratum;
  private final int[][] members;

  /// - **Shape** `stratum`: by subject, from 0
  Strata(int[] stratum) {
    this.stratum = stratum.clone();
    int count = Arrays.stream(stratum).max().orElse(-1) + 1;
    members = new int[count][0];
    for (int subject = 0; subject < stratum.length; subject++) {
      int[] before = members[stratum[subject]];
      members[stratum[subject]] = Arrays.copyOf(before, before.length + 1);
      members[stratum[subject]][before.length] = subject;
    }
  }

  int subjects() {
    return stratum.length;
  }

  /// How often each subject is drawn: from each stratum as often as it has subjects. The same
  /// number gives the same drawing, whatever is measured on it.
  int[] draw(int drawing) {
    SplittableRandom random = new SplittableRandom(SEED + drawing);
    int[] weights = new int[stratum.length];
    for (int[] of : members) {
      for (int i = 0; i < of.length; i++) {
        weights[of[random.nextInt(of.length)]]++;
      }
    }
    return weights;
  }

  boolean isSameAs(Strata other) {
    return Arrays.equals(stratum, other.stratum);
  }
}
