package org.ridgeline.console.booking;

import java.util.List;
import java.util.Optional;
import org.ridgeline.casework.casefile.LeadStanding;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.exchange.lead.LeadStore;
import org.springframework.stereotype.Component;

/// Says of a submission's lead what became of it, and nothing of its case besides.
@Component
final class LeadReader {
  private final LeadStore leads;
  private final Shelf cases;

  LeadReader(LeadStore leads, Shelf cases) {
    this.leads = leads;
    this.cases = cases;
  }

  /// How a submission's lead stands; empty where it has none.
  Optional<LeadStanding> of(String control) {
    return leads
        .of(control)
        .map(_ ->
            cases
                .queue()
                .standings(List.of(control))
                .getOrDefault(control, LeadStanding.UNVERIFIED));
  }
}
