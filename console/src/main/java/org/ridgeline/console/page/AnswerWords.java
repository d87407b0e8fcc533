package org.ridgeline.console.page;

import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.Outcome;

/// What an answer says, in the words that every page has for it: the operator's, the agency's and
/// the bureau's.
public final class AnswerWords {
  private AnswerWords() {}

  /// The word of an answer by where it comes from and what was asked.
  public static Word of(AnswerSource source, Service asked, Outcome outcome) {
    return switch (source) {
      case CRIMINAL, EXCHANGE -> first(asked, outcome);
      case CIVIL -> asked == Service.APPLICANT ? second(asked, outcome) : first(asked, outcome);
      case IMMIGRATION, DETERMINATION -> second(Service.BOOKING, outcome);
    };
  }

  /// The word of the first answer, or of a refusal.
  public static Word first(Service asked, Outcome outcome) {
    return switch (asked) {
      case RAPID -> rapid(outcome);
      case VERIFICATION -> verified(outcome);
      case IMAGE_REQUEST, IMAGE_SUBMISSION -> images(outcome);
      case BOOKING, APPLICANT -> searched(outcome);
    };
  }

  /// The word of the second answer.
  public static Word second(Service asked, Outcome outcome) {
    return outcome == Outcome.NO_HIT && asked != Service.APPLICANT
        ? Word.NO_MATCH
        : searched(outcome);
  }

  private static Word rapid(Outcome outcome) {
    return switch (outcome) {
      case HIT -> new Word("●", "red", Tone.STRONG);
      case PENDING -> new Word("◐", "yellow", Tone.CHECK);
      case NO_HIT -> new Word("○", "green", Tone.PLAIN);
      case REFUSED, ERROR, DETERMINED, NOT_ACTIVE, FULFILLED -> searched(outcome);
    };
  }

  private static Word verified(Outcome outcome) {
    return switch (outcome) {
      case HIT -> new Word("●", "match", Tone.STRONG);
      case PENDING -> new Word("◐", "inconclusive", Tone.CHECK);
      case NO_HIT -> Word.NO_MATCH;
      case REFUSED, ERROR, DETERMINED, NOT_ACTIVE, FULFILLED -> searched(outcome);
    };
  }

  private static Word images(Outcome outcome) {
    return outcome == Outcome.NO_HIT ? new Word("○", "not done", Tone.PLAIN) : searched(outcome);
  }

  private static Word searched(Outcome outcome) {
    return switch (outcome) {
      case HIT -> Word.IDENTIFIED;
      case NO_HIT -> Word.NOT_IDENTIFIED;
      case PENDING -> Word.UNDER_REVIEW;
      case DETERMINED -> new Word("✓", "determined", Tone.CALM);
      case NOT_ACTIVE -> Word.NOT_SEARCHED;
      case ERROR -> Word.ERROR;
      case FULFILLED -> new Word("✓", "done", Tone.CALM);
      case REFUSED -> new Word("✕", "refused", Tone.BAD);
    };
  }
}
