package org.ridgeline.casework.casefile;

import java.util.Set;
import javax.sql.DataSource;
import org.ridgeline.exchange.lead.LeadFeed;
import org.ridgeline.outbox.Consumer;
import org.ridgeline.outbox.Follower;
import org.ridgeline.outbox.Places;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.vocabulary.event.Event;

/// Takes every lead of the exchange into a case: follows its facts, and moves on in the transaction
/// that opens the case.
public final class LeadTaker implements AutoCloseable {
  private final LeadFeed leads;
  private final CaseIntake intake;
  private final Follower follower;

  /// - **Shape** `dataSource` of casework, where its place is kept
  public LeadTaker(DataSource dataSource, LeadFeed leads, CaseIntake intake) {
    this.leads = leads;
    this.intake = intake;
    follower = new Follower(leads.facts(), new Places(dataSource), new Leads());
  }

  private final class Leads implements Consumer {
    @Override
    public String name() {
      return "leads";
    }

    @Override
    public Set<Event.Kind> kinds() {
      return Set.of(Event.Kind.LEAD_MADE);
    }

    @Override
    public void apply(Recorded fact) {
      if (fact.event() instanceof Event.LeadMade made) {
        intake.take(leads.lead(made));
      }
    }
  }

  /// Begins to take.
  public void start() {
    follower.start();
  }

  /// Takes the leads that wait now; gives how many.
  public int takeAll() {
    return follower.follow();
  }

  @Override
  public void close() {
    follower.close();
  }
}
