package org.ridgeline.exchange.agency;

import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;

/// Why somebody's access changes, as it goes into the ledger.
public final class AccessReason {
  private AccessReason() {}

  /// The reason without blanks around it.
  /// - **Limit** 1..[Limits#ACCESS_REASON_CHARS_MAX] characters
  /// - **Error** beyond: RefusedAct
  public static String checked(String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > Limits.ACCESS_REASON_CHARS_MAX || why.indexOf('\0') >= 0) {
      throw new RefusedAct(Why.ACT_REASON);
    }
    return why;
  }
}
