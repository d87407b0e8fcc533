package org.ridgeline.console.agency;

import java.util.Optional;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.answer.Outcome;

/// An answer in plain words, for people who never read a field number: what it is called, and what
/// it means for them.
record PlainAnswer(Word word, String means) {
  private static final PlainAnswer WAITING =
      new PlainAnswer(new Word("…", "waiting", Tone.WAIT), "No answer has been made yet.");
  private static final PlainAnswer NONE_SENT =
      new PlainAnswer(
          new Word("–", "none sent to you", Tone.WAIT),
          "No second answer was sent to your agency: there is none yet, your systems cannot"
              + " receive it, or your state does not pass it on.");

  /// What the first answer, or the refusal, says; empty while there is none.
  static PlainAnswer first(Optional<Outcome> outcome) {
    return outcome.map(PlainAnswer::first).orElse(WAITING);
  }

  private static PlainAnswer first(Outcome outcome) {
    return switch (outcome) {
      case HIT ->
          new PlainAnswer(
              new Word("●", "identified", Tone.STRONG),
              "The prints belong to somebody on record in the criminal-history repository. The"
                  + " answer carries that record's numbers.");
      case NO_HIT ->
          new PlainAnswer(
              new Word("○", "not identified", Tone.PLAIN),
              "Nobody with these prints is on record in the criminal-history repository.");
      case PENDING ->
          new PlainAnswer(
              new Word("◐", "being looked at", Tone.CHECK),
              "Examiners have to look at the prints first. Another answer follows.");
      case REFUSED ->
          new PlainAnswer(
              new Word("✕", "refused", Tone.BAD),
              "The submission could not be taken. Cure what is listed below and send it again under"
                  + " its number.");
      case ERROR ->
          new PlainAnswer(
              new Word("!", "error", Tone.BAD),
              "The repository could not be searched. Send it again under a new number.");
      case DETERMINED, NOT_ACTIVE -> WAITING;
    };
  }

  /// What the second answer says to an agency; empty where none was sent to it.
  static PlainAnswer second(Optional<Outcome> outcome) {
    return outcome.map(PlainAnswer::second).orElse(NONE_SENT);
  }

  private static PlainAnswer second(Outcome outcome) {
    return switch (outcome) {
      case NO_HIT ->
          new PlainAnswer(
              new Word("○", "no match", Tone.PLAIN),
              "The second repository has no record of these prints, and has not kept them.");
      case PENDING ->
          new PlainAnswer(
              new Word("◐", "under review", Tone.CHECK),
              "People at the reviewing agency are looking at it. This decides nothing, and it asks"
                  + " you to hold nobody: release people when you would release them.");
      case DETERMINED ->
          new PlainAnswer(
              new Word("■", "decided", Tone.STRONG),
              "People at the reviewing agency have decided. Read the text of the answer: it says"
                  + " what they ask, and what they do not.");
      case NOT_ACTIVE ->
          new PlainAnswer(
              new Word("–", "not searched", Tone.WAIT),
              "Your agency did not take part in the second search on the day of the booking.");
      case ERROR ->
          new PlainAnswer(
              new Word("!", "error", Tone.BAD),
              "The second repository could not be searched. You need do nothing.");
      case HIT, REFUSED -> NONE_SENT;
    };
  }
}
