package org.ridgeline.casework.custody;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What custodies add up to: over-detention by facility, hand-overs by period. No person in it.
public final class CustodyCounts {
  private final CustodyStore store;
  private final CustodyRules rules;
  private final Clock clock;

  public CustodyCounts(CustodyStore store, CustodyRules rules, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
  }

  /// One facility's part.
  /// - **Shape** `facility` its name, or the agency's ORI where nobody said which; `people` kept
  ///   past the moment they could go, `overLimit` of them beyond the lawful limit
  public record FacilityLine(
      String facility, String ori, int people, int overLimit, Duration elapsed) {}

  /// Over-detention by facility, all time, most hours first.
  public List<FacilityLine> byFacility() {
    Instant now = clock.instant();
    Map<String, FacilityLine> lines = new TreeMap<>();
    for (Custody custody : store.byIds(store.metered())) {
      OverDetention.of(custody, rules.limit(custody), now)
          .meterIfAny()
          .ifPresent(meter ->
              meter
                  .shares()
                  .forEach(share -> {
                    FacilityLine line = line(custody, share.facility(), meter, share.elapsed());
                    lines.merge(line.ori() + " " + line.facility(), line, CustodyCounts::sum);
                  }));
    }
    return lines.values().stream()
        .sorted(Comparator.comparing(FacilityLine::elapsed).reversed())
        .toList();
  }

  private static FacilityLine line(
      Custody custody, Optional<Facility> facility, OverDetention.Meter meter, Duration elapsed) {
    return new FacilityLine(
        facility.map(Facility::name).orElse("facility not said"),
        facility.map(Facility::ori).orElse(custody.booking().ori()),
        1,
        meter.isOverLimit() ? 1 : 0,
        elapsed);
  }

  private static FacilityLine sum(FacilityLine a, FacilityLine b) {
    return new FacilityLine(
        a.facility(),
        a.ori(),
        a.people() + b.people(),
        a.overLimit() + b.overLimit(),
        a.elapsed().plus(b.elapsed()));
  }

  /// The hand-overs from a moment until before another.
  public CustodyStore.HandOvers handOvers(Instant from, Instant until) {
    return store.handOvers(from, until);
  }
}
