package org.ridgeline.casework.casefile;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.ridgeline.exchange.WorkLoop;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.lead.LeadStore;

/// Takes every lead of the exchange into a case. A lead is noted as taken only after its case is
/// committed: a crash in between takes it again, which changes nothing.
public final class LeadTaker implements AutoCloseable {
  private static final Logger LOG = System.getLogger(LeadTaker.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final int AT_ONCE = 200;

  private final LeadStore leads;
  private final CaseIntake intake;
  private final WorkLoop loop = new WorkLoop("leads", LOOK_AGAIN, this::take);

  public LeadTaker(LeadStore leads, CaseIntake intake) {
    this.leads = leads;
    this.intake = intake;
  }

  /// Begins to take.
  public void start() {
    loop.start();
  }

  /// Takes the leads that wait now; gives how many.
  public int takeAll() {
    int taken = 0;
    List<Lead> waiting = leads.untaken(AT_ONCE);
    for (Lead lead : waiting) {
      try {
        intake.take(lead);
        leads.taken(lead.leadId());
        taken++;
      } catch (RuntimeException e) {
        // It stays where it is and is tried again; the others must not wait for it.
        LOG.log(Level.WARNING, "lead " + lead.leadId(), e);
      }
    }
    return taken;
  }

  private void take() {
    while (!loop.isClosed() && takeAll() == AT_ONCE) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    loop.close(Duration.ofSeconds(5));
  }
}
