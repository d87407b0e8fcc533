package org.ridgeline.casework.custody;

import javax.sql.DataSource;
import org.ridgeline.casework.desk.Daybook;

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
  public static CustodyServices of(DataSource dataSource, Daybook daybook) {
    CustodyStore store = new CustodyStore(dataSource);
    OutcomeStore outcomes = new OutcomeStore(dataSource);
    FacilityStore facilities = new FacilityStore(dataSource);
    CustodyRules rules = new CustodyRules(new RuleStore(dataSource), store, daybook);
    return new CustodyServices(
        new CustodyDesk(store, outcomes, facilities, rules, daybook),
        new OutcomeDesk(outcomes, store, daybook),
        new ReferralDesk(new ReferralStore(dataSource), store, daybook),
        new FacilityRegister(facilities, daybook),
        rules,
        new CustodyCounts(store, rules, daybook.clock()),
        new BurdenMeter(dataSource),
        new CustodyWatch(store, outcomes, rules, daybook));
  }
}
