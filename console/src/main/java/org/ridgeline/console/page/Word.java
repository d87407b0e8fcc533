package org.ridgeline.console.page;

import java.util.Optional;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SubmissionState;

/// A state or decision as people read it: a word, and a symbol that tells as much without colour.
public record Word(String symbol, String text, Tone tone) {
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
              case HIT -> new Word("●", "ident", Tone.STRONG);
              case REVIEW -> new Word("◐", "review", Tone.CHECK);
              case NO_HIT -> new Word("○", "no ident", Tone.PLAIN);
              case NOT_ACTIVE -> new Word("–", "not searched", Tone.WAIT);
              case ERROR -> new Word("!", "error", Tone.BAD);
            })
        .orElseGet(() -> undecided(state));
  }

  /// What the civil repository came to: an applicant is identified there as anybody is.
  public static Word civil(SubmissionState state, Optional<SearchDecision> decision) {
    return criminal(state, decision);
  }

  /// What the immigration repository came to: a machine match is never said without "unverified".
  public static Word immigration(SubmissionState state, Optional<SearchDecision> decision) {
    return decision
        .map(d ->
            switch (d) {
              case HIT -> new Word("◆", "match, unverified", Tone.CHECK);
              case REVIEW -> new Word("◈", "possible, unverified", Tone.CHECK);
              case NO_HIT -> new Word("○", "no match", Tone.PLAIN);
              case NOT_ACTIVE -> new Word("–", "not active", Tone.WAIT);
              case ERROR -> new Word("!", "error", Tone.BAD);
            })
        .orElseGet(() -> undecided(state));
  }

  private static Word undecided(SubmissionState state) {
    return switch (state) {
      case ACCEPTED, HELD, SEARCHING -> new Word("…", "waiting", Tone.WAIT);
      case ANSWERED, REFUSED -> new Word("–", "not searched", Tone.WAIT);
    };
  }

  /// What an answer told its agency. The word of an answer.
  public static Word of(Outcome outcome, AnswerSource source) {
    return switch (outcome) {
      case HIT -> new Word("●", "ident", Tone.STRONG);
      case NO_HIT -> new Word("○", isOfRecords(source) ? "no ident" : "no match", Tone.PLAIN);
      case PENDING -> new Word("◐", "pending, under review", Tone.CHECK);
      case DETERMINED -> new Word("✓", "determined", Tone.CALM);
      case NOT_ACTIVE -> new Word("–", "not active", Tone.WAIT);
      case ERROR -> new Word("!", "error", Tone.BAD);
      case FULFILLED -> new Word("✓", "done", Tone.CALM);
      case REFUSED -> new Word("✕", "refused", Tone.BAD);
    };
  }

  private static boolean isOfRecords(AnswerSource source) {
    return source == AnswerSource.CRIMINAL || source == AnswerSource.CIVIL;
  }
}
