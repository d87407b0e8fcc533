package org.ridgeline.console.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.determination.AnswerCounts;
import org.ridgeline.casework.determination.DeterminationKind;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.casework.determination.DeterminationStore;
import org.ridgeline.console.page.Moment;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What oversight sees of cases: whether every match is answered, and how.
@Component
class CaseFigures {
  private final AnswerCounts counts;
  private final CaseQueue queue;
  private final DeterminationKinds kinds;
  private final Shelf shelf;

  CaseFigures(AnswerCounts counts, CaseQueue queue, DeterminationKinds kinds, Shelf shelf) {
    this.counts = counts;
    this.queue = queue;
    this.kinds = kinds;
    this.shelf = shelf;
  }

  void show(Model model, Instant now) {
    Duration within = shelf.freshness().verifyWithin();
    DeterminationStore.Matches matches = counts.matches();
    model.addAttribute("matches", matches);
    model.addAttribute("share", ShareView.of(matches.answered(), matches.matches()));
    model.addAttribute("oldest", Moment.of(matches.oldest()));
    model.addAttribute("verified", counts.verified(within, now));
    model.addAttribute("withinHours", within.toHours());
    model.addAttribute("states", states());
    model.addAttribute("kinds", kinds());
    model.addAttribute("returned", counts.returned());
    model.addAttribute("stops", counts.stops());
  }

  /// A count in words.
  record Line(String words, int count) {}

  private List<Line> states() {
    return queue.counts().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().ordinal()))
        .map(entry -> new Line(entry.getKey().words(), entry.getValue()))
        .toList();
  }

  /// A kind of determination.
  record KindLine(String words, DeterminationStore.Standing counts) {}

  private List<KindLine> kinds() {
    return counts.kinds().stream()
        .map(kind ->
            new KindLine(
                kinds.of(kind.key()).map(DeterminationKind::words).orElse(kind.key()), kind))
        .toList();
  }
}
