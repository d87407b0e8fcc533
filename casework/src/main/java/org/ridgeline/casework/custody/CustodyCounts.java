package org.ridgeline.casework.custody;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What custodies add up to: over-detention by facility, hand-overs by period. No person in it.
public final class CustodyCounts {
  private final JdbcClient jdbc;
  private final CustodyStore store;
  private final CustodyRules rules;
  private final Clock clock;

  public CustodyCounts(DataSource dataSource, Ledger ledger, Clock clock) {
    jdbc = JdbcClient.create(dataSource);
    store = new CustodyStore(dataSource);
    rules = new CustodyRules(dataSource, ledger);
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

  /// Hand-overs of a period.
  /// - **Shape** `withReceipt` of those to another custodian
  public record HandOvers(int betweenFacilities, int toCustodians, int withReceipt) {}

  /// The hand-overs from a moment until before another.
  public HandOvers handOvers(Instant from, Instant until) {
    return jdbc.sql(
            """
            select count(*) filter (where to_facility is not null),
              count(*) filter (where to_facility is null),
              count(receipt) filter (where to_facility is null)
            from hand_over left join hand_over_receipt using (hand_over_id)
            where at >= ? and at < ?
            """)
        .params(Timestamp.from(from), Timestamp.from(until))
        .query((row, _) -> new HandOvers(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }
}
