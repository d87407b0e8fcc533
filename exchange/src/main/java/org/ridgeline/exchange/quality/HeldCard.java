package org.ridgeline.exchange.quality;

import java.util.List;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.QualityHold;
import org.ridgeline.vocabulary.Finding;

/// A held card before the person who took it.
/// - **Shape** `sent`: the card as its sender labelled it; `fingers` and `findings` of its
///   extraction as it was sent
public record HeldCard(
    QualityHold hold, Card sent, List<ProbeFinger> fingers, List<Finding> findings) {
  public HeldCard {
    fingers = List.copyOf(fingers);
    findings = List.copyOf(findings);
  }
}
