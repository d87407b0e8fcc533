package org.ridgeline.console.page;

import java.util.Optional;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SubmissionState;

/// A state or decision as people read it: a word, and a symbol that tells as much without colour.
/// - **Shape** `tone` names the colour's meaning: `plain`, `wait`, `calm`, `strong`, `check`,
///   `bad`; finding nobody is as plain as finding somebody
public record Word(String symbol, String text, String tone) {
  /// The word of a state.
  public static Word of(SubmissionState state) {
    return switch (state) {
      case ACCEPTED -> new Word("◔", "accepted", "wait");
      case SEARCHING -> new Word("◑", "searching", "wait");
      case ANSWERED -> new Word("✓", "answered", "calm");
      case REFUSED -> new Word("✕", "refused", "bad");
    };
  }

  /// What the criminal repository came to, as the console's operators see it.
  public static Word criminal(SubmissionState state, Optional<SearchDecision> decision) {
    return decision
        .map(d ->
            switch (d) {
              case HIT -> new Word("●", "ident", "strong");
              case REVIEW -> new Word("◐", "review", "check");
              case NO_HIT -> new Word("○", "no ident", "plain");
              case NOT_ACTIVE -> new Word("–", "not searched", "wait");
              case ERROR -> new Word("!", "error", "bad");
            })
        .orElseGet(() -> undecided(state));
  }

  /// What the immigration repository came to: a machine match is never said without "unverified".
  public static Word immigration(SubmissionState state, Optional<SearchDecision> decision) {
    return decision
        .map(d ->
            switch (d) {
              case HIT -> new Word("◆", "match, unverified", "check");
              case REVIEW -> new Word("◈", "possible, unverified", "check");
              case NO_HIT -> new Word("○", "no match", "plain");
              case NOT_ACTIVE -> new Word("–", "not active", "wait");
              case ERROR -> new Word("!", "error", "bad");
            })
        .orElseGet(() -> undecided(state));
  }

  private static Word undecided(SubmissionState state) {
    return switch (state) {
      case ACCEPTED, SEARCHING -> new Word("…", "waiting", "wait");
      case ANSWERED, REFUSED -> new Word("–", "not searched", "wait");
    };
  }

  /// What an answer told its agency. The word of an answer.
  public static Word of(Outcome outcome, AnswerSource source) {
    return switch (outcome) {
      case HIT -> new Word("●", "ident", "strong");
      case NO_HIT ->
          new Word("○", source == AnswerSource.CRIMINAL ? "no ident" : "no match", "plain");
      case PENDING -> new Word("◐", "pending, under review", "check");
      case DETERMINED -> new Word("✓", "determined", "calm");
      case NOT_ACTIVE -> new Word("–", "not active", "wait");
      case ERROR -> new Word("!", "error", "bad");
      case REFUSED -> new Word("✕", "refused", "bad");
    };
  }
}
