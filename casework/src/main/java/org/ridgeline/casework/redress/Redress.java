package org.ridgeline.casework.redress;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.casefile.CaseStore;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.ledger.LedgerReader;

/// Redress, wired together over casework's schema.
public final class Redress implements AutoCloseable {
  private final PublicDesk counter;
  private final RedressDesk desk;
  private final Corrections corrections;
  private final RedressCounts counts;
  private final CaseRulings rulings;
  private final RedressWatch watch;
  private final RedressRules rules;

  /// - **Shape** `dataSource` of casework, its schema up to date; `record` of the ledger's owner:
  ///   it tells who was told, who worked on a case, and what a person's own access log says
  public Redress(DataSource dataSource, LedgerReader record, RedressRules rules, Clock clock) {
    Daybook daybook = Daybook.of(dataSource, clock);
    RedressStore store = new RedressStore(dataSource);
    CaseTrail trail = new CaseTrail(new CaseStore(dataSource), record);
    corrections = new Corrections(new CorrectionStore(dataSource), record, daybook);
    counter = new PublicDesk(store, rules, daybook);
    desk = new RedressDesk(store, trail, corrections, rules, daybook);
    counts = new RedressCounts(dataSource);
    rulings = new CaseRulings(store);
    watch = new RedressWatch(store, corrections, daybook);
    this.rules = rules;
  }

  /// What anybody can do.
  public PublicDesk counter() {
    return counter;
  }

  /// What officers do.
  public RedressDesk desk() {
    return desk;
  }

  /// Notices to those who were told.
  public Corrections corrections() {
    return corrections;
  }

  /// What redress officers decided to put right in a case, oldest first.
  public List<CaseRulings.Ruling> rulings(UUID caseId) {
    return rulings.of(caseId);
  }

  /// What is counted in public.
  public RedressCounts counts() {
    return counts;
  }

  /// The time limits.
  public RedressRules rules() {
    return rules;
  }

  /// Begins to watch the clocks.
  public void start() {
    watch.start();
  }

  /// Looks at the clocks once; gives how many deadlines and notices are newly late.
  public int look() {
    return watch.look();
  }

  @Override
  public void close() {
    watch.close();
  }
}
