package org.ridgeline.console.booking;

import java.util.List;
import java.util.Set;
import org.ridgeline.casework.casefile.LeadStanding;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.submission.SearchDecision;

/// One lead as the inbox shows it.
/// - **Shape** `office` empty while none covers the place
record LeadView(
    String id,
    String control,
    String tcn,
    Where where,
    Scored scored,
    LeadStanding standing,
    Names names,
    Way way) {
  /// What the scores said.
  /// - **Shape** `otherOrder` empty where fingers are what their labels say
  record Scored(Word decision, String otherOrder) {}

  /// The booking's place and the office that covers it.
  record Where(String office, String place) {}

  /// Names claimed at the booking and names on record; `isAlias` where they differ.
  record Names(boolean isAlias, List<ClaimedName> claimed, List<String> known) {}

  /// A name claimed at this booking, and whether the record has it.
  record ClaimedName(String name, boolean isKnown) {}

  /// How far a lead has come; `by` empty until somebody takes it on.
  record Way(Moment created, Moment received, Moment acknowledged, String by) {}

  static LeadView of(Lead lead, String county, LeadStanding standing) {
    String place = county.isEmpty() ? lead.state() : county + ", " + lead.state();
    return new LeadView(
        lead.leadId().toString(),
        lead.control(),
        lead.tcn(),
        new Where(lead.office().orElse(""), place + ", FIPS " + lead.fips()),
        new Scored(
            lead.decision() == SearchDecision.HIT
                ? new Word("◆", "clear scores", Tone.CHECK)
                : new Word("◈", "scores in the review band", Tone.CHECK),
            lead.otherOrder().orElse("")),
        standing,
        new Names(lead.isAlias(), claimed(lead), lead.namesKnown()),
        new Way(
            Moment.of(lead.createdAt()),
            Moment.after(lead.createdAt(), lead.receivedAt()),
            Moment.after(lead.createdAt(), lead.acknowledgedAt()),
            lead.acknowledgedBy().orElse("")));
  }

  private static List<ClaimedName> claimed(Lead lead) {
    Set<String> known = Set.copyOf(lead.namesKnown());
    return lead.namesClaimed().stream()
        .map(name -> new ClaimedName(name, known.contains(name)))
        .toList();
  }

  public boolean isAcknowledged() {
    return way.acknowledged().isKnown();
  }
}
