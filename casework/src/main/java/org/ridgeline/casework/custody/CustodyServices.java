package org.ridgeline.casework.custody;

import java.time.Clock;
import javax.sql.DataSource;
import org.ridgeline.ledger.Ledger;

/// Everything around custody, over casework's data source.
public record CustodyServices(
    CustodyDesk desk,
    OutcomeDesk outcomes,
    ReferralDesk referrals,
    FacilityRegister facilities,
    CustodyRules rules,
    CustodyCounts counts,
    BurdenMeter burden,
    CustodyWatch watch) {
  /// All of it on a data source whose schema is up to date.
  public static CustodyServices of(DataSource dataSource, Ledger ledger, Clock clock) {
    return new CustodyServices(
        new CustodyDesk(dataSource, ledger, clock),
        new OutcomeDesk(dataSource, ledger, clock),
        new ReferralDesk(dataSource, ledger, clock),
        new FacilityRegister(dataSource, ledger, clock),
        new CustodyRules(dataSource, ledger),
        new CustodyCounts(dataSource, ledger, clock),
        new BurdenMeter(dataSource),
        new CustodyWatch(dataSource, ledger, clock));
  }
}
