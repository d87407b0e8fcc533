package org.ridgeline.policy;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.policy.history.Conviction;
import org.ridgeline.policy.history.NumberedCharge;

/// What of a history speaks for one row: convictions that meet it for certain, convictions that
/// might, and charges that might if they ended in a conviction.
record Support(List<Conviction> sure, List<Conviction> unsure, List<NumberedCharge> unresolved) {
  static Support of(PolicyRow row, List<Conviction> standing, List<NumberedCharge> unresolved) {
    List<Conviction> sure = new ArrayList<>();
    List<Conviction> unsure = new ArrayList<>();
    for (Conviction conviction : standing) {
      switch (row.meets(conviction.judgment())) {
        case YES -> sure.add(conviction);
        case UNKNOWN -> unsure.add(conviction);
        case NO -> {}
      }
    }
    return new Support(
        sure,
        unsure,
        unresolved.stream().filter(c -> row.mightMeet(c.charge().offence()) != Truth.NO).toList());
  }

  boolean isMet(PolicyRow row) {
    return sure.size() >= row.count();
  }

  boolean isPossible(PolicyRow row) {
    return sure.size() + unsure.size() + unresolved.size() >= row.count();
  }
}
