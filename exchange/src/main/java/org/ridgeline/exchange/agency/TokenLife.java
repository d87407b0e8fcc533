package org.ridgeline.exchange.agency;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;

/// How one token takes another's place.
/// - **Shape** `overlap`: how long the earlier ones go on; `expires`: when the new one ends, by
///   itself or when another takes its place
/// - **Limit** [Limits#TOKEN_OVERLAP_MAX], [Limits#ACCESS_LIFE_MAX]
/// - **Error** beyond: RefusedAct
public record TokenLife(Duration overlap, Optional<Instant> expires) {
  /// The earlier ones end at once, the new one when another takes its place.
  public static final TokenLife AT_ONCE = new TokenLife(Duration.ZERO, Optional.empty());

  public TokenLife {
    if (overlap.isNegative() || overlap.compareTo(Limits.TOKEN_OVERLAP_MAX) > 0) {
      throw new RefusedAct(Why.TOKEN_OVERLAP, overlap);
    }
    Instant now = Instant.now();
    if (expires
        .filter(at -> at.isBefore(now) || at.isAfter(now.plus(Limits.ACCESS_LIFE_MAX)))
        .isPresent()) {
      throw new RefusedAct(Why.TOKEN_EXPIRY, expires.get());
    }
  }

  Map<String, String> detail() {
    Map<String, String> detail = new TreeMap<>();
    detail.put("overlap", overlap.toString());
    expires.ifPresent(at -> detail.put("expires", at.toString()));
    return detail;
  }
}
