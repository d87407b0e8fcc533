package org.ridgeline.console.page;

import java.util.Optional;
import org.ridgeline.casework.casefile.LeadStanding;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SubmissionState;

/// A state or decision as people read it: a word, and a symbol that tells as much without colour.
/// What one thing is called on one page it is called on all.
public record Word(String symbol, String text, Tone tone) {
  static final Word IDENTIFIED = new Word("●", "identified", Tone.STRONG);
  static final Word NOT_IDENTIFIED = new Word("○", "not identified", Tone.PLAIN);
  static final Word NO_MATCH = new Word("○", "no match", Tone.PLAIN);
  static final Word UNDER_REVIEW = new Word("◐", "under review", Tone.CHECK);
  static final Word NOT_SEARCHED = new Word("–", "not searched", Tone.WAIT);
  static final Word ERROR = new Word("!", "error", Tone.BAD);

  /// What has not been answered or decided yet.
  public static final Word WAITING = new Word("…", "waiting", Tone.WAIT);

  /// The word of a state.
  public static Word of(SubmissionState state) {
    return switch (state) {
      case ACCEPTED -> new Word("◔", "accepted", Tone.WAIT);
      case HELD -> new Word("◓", "held for quality control", Tone.CHECK);
      case SEARCHING -> new Word("◑", "searching", Tone.WAIT);
      case ANSWERED -> new Word("✓", "answered", Tone.CALM);
      case REFUSED -> new Word("✕", "refused", Tone.BAD);
    };
  }

  /// What the criminal repository came to, as the console's operators see it.
  public static Word criminal(SubmissionState state, Optional<SearchDecision> decision) {
    return decision
        .map(d ->
            switch (d) {
              case HIT -> IDENTIFIED;
              case REVIEW -> UNDER_REVIEW;
              case NO_HIT -> NOT_IDENTIFIED;
              case NOT_ACTIVE -> NOT_SEARCHED;
              case ERROR -> ERROR;
            })
        .orElseGet(() -> undecided(state));
  }

  /// What the civil repository came to: an applicant is identified there as anybody is.
  public static Word civil(SubmissionState state, Optional<SearchDecision> decision) {
    return criminal(state, decision);
  }

  /// What the immigration repository came to: a machine match is never said without whether people
  /// have verified it.
  public static Word immigration(
      SubmissionState state, Optional<SearchDecision> decision, Optional<LeadStanding> lead) {
    return decision
        .map(d ->
            switch (d) {
              case HIT -> matched(new Word("◆", "match, unverified", Tone.CHECK), lead);
              case REVIEW -> matched(new Word("◈", "possible, unverified", Tone.CHECK), lead);
              case NO_HIT -> NO_MATCH;
              case NOT_ACTIVE -> NOT_SEARCHED;
              case ERROR -> ERROR;
            })
        .orElseGet(() -> undecided(state));
  }

  private static Word matched(Word unverified, Optional<LeadStanding> lead) {
    return lead.map(standing ->
            switch (standing) {
              case UNVERIFIED, ENDED -> unverified;
              case VERIFIED -> new Word("◆", "match, verified", Tone.STRONG);
              case EXCLUDED -> new Word("○", "not the person", Tone.PLAIN);
              case INCONCLUSIVE -> new Word("?", "examiners cannot tell", Tone.CHECK);
              case PURGED -> new Word("–", "purged", Tone.CALM);
            })
        .orElse(unverified);
  }

  private static Word undecided(SubmissionState state) {
    return switch (state) {
      case ACCEPTED, HELD, SEARCHING -> WAITING;
      case ANSWERED, REFUSED -> NOT_SEARCHED;
    };
  }
}
