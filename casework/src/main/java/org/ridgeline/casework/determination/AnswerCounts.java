package org.ridgeline.casework.determination;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ridgeline.casework.casefile.QueueStore;
import org.ridgeline.casework.determination.DeterminationStore.Matches;
import org.ridgeline.casework.determination.DeterminationStore.Standing;
import org.ridgeline.casework.evidence.EvidenceStore;

/// Whether every match gets a person's answer, and what the answers were: counts, nobody's record.
public final class AnswerCounts {
  private final DeterminationStore determinations;
  private final QueueStore cases;
  private final EvidenceStore evidence;

  public AnswerCounts(DeterminationStore determinations, QueueStore cases, EvidenceStore evidence) {
    this.determinations = determinations;
    this.cases = cases;
    this.evidence = evidence;
  }

  /// Matches and how many of them are answered.
  public Matches matches() {
    return determinations.matches();
  }

  /// Cases by what examiners first came to.
  public QueueStore.Verified verified(Duration within, Instant now) {
    return cases.verified(within, now);
  }

  /// Determinations that stand, by kind, most first.
  public List<Standing> kinds() {
    return determinations.standing();
  }

  /// Determinations that the second person returned without signing.
  public int returned() {
    return determinations.returned();
  }

  /// Protected-person stops so far.
  public int stops() {
    return evidence.stops();
  }
}
