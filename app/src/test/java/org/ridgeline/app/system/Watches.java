package org.ridgeline.app.system;

import javax.sql.DataSource;
import org.ridgeline.casework.custody.CustodyRules;
import org.ridgeline.casework.custody.CustodyStore;
import org.ridgeline.casework.custody.CustodyWatch;
import org.ridgeline.casework.custody.OutcomeStore;
import org.ridgeline.casework.custody.RuleStore;
import org.ridgeline.casework.desk.Daybook;

/// A watch over custody beside the server's own, as another process would have it.
final class Watches {
  private Watches() {}

  static CustodyWatch another(DataSource data, Daybook daybook) {
    CustodyStore store = new CustodyStore(data);
    CustodyRules rules = new CustodyRules(new RuleStore(data), store, daybook);
    return new CustodyWatch(store, new OutcomeStore(data), rules, daybook);
  }
}
