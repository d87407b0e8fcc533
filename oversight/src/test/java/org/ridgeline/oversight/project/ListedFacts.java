package org.ridgeline.oversight.project;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ridgeline.outbox.EventCodec;
import org.ridgeline.outbox.EventSource;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.oversight.track.Fact;

/// Facts as an outbox gives them.
record ListedFacts(List<Recorded> facts) implements EventSource {
  static ListedFacts of(List<Fact> facts) {
    List<Recorded> recorded = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      recorded.add(
          new Recorded(
              i + 1L,
              new UUID(0, i),
              fact.event().kind().key(),
              fact.event().kind().version(),
              fact.at(),
              EventCodec.write(fact.event())));
    }
    return new ListedFacts(recorded);
  }

  @Override
  public List<Recorded> after(long place, int limit) {
    int from = (int) Math.min(place, facts.size());
    return facts.subList(from, Math.min(facts.size(), from + limit));
  }
}
