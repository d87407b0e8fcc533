package org.ridgeline.console.agency;

import java.util.Optional;
import org.ridgeline.console.page.Word;

/// An answer in plain words, for people who never read a field number: what it is called, and what
/// it means for them.
record PlainAnswer(Word word, String means) {
  /// What the first answer, or the refusal, says; empty while there is none.
  static PlainAnswer first(Optional<String> outcome) {
    return switch (outcome.orElse("")) {
      case "HIT" ->
          new PlainAnswer(
              new Word("●", "identified", "strong"),
              "The prints belong to somebody on record in the criminal-history repository. The"
                  + " answer carries that record's numbers.");
      case "NO_HIT" ->
          new PlainAnswer(
              new Word("○", "not identified", "plain"),
              "Nobody with these prints is on record in the criminal-history repository.");
      case "PENDING" ->
          new PlainAnswer(
              new Word("◐", "being looked at", "check"),
              "Examiners have to look at the prints first. Another answer follows.");
      case "REFUSED" ->
          new PlainAnswer(
              new Word("✕", "refused", "bad"),
              "The submission could not be taken. Cure what is listed below and send it again under"
                  + " its number.");
      case "ERROR" ->
          new PlainAnswer(
              new Word("!", "error", "bad"),
              "The repository could not be searched. Send it again under a new number.");
      default -> new PlainAnswer(new Word("…", "waiting", "wait"), "No answer has been made yet.");
    };
  }

  /// What the second answer says to an agency; empty where none was sent to it.
  static PlainAnswer second(Optional<String> outcome) {
    return switch (outcome.orElse("")) {
      case "NO_HIT" ->
          new PlainAnswer(
              new Word("○", "no match", "plain"),
              "The second repository has no record of these prints, and has not kept them.");
      case "PENDING" ->
          new PlainAnswer(
              new Word("◐", "under review", "check"),
              "People at the reviewing agency are looking at it. This decides nothing, and it asks"
                  + " you to hold nobody: release people when you would release them.");
      case "DETERMINED" ->
          new PlainAnswer(
              new Word("■", "decided", "strong"),
              "People at the reviewing agency have decided. Read the text of the answer: it says"
                  + " what they ask, and what they do not.");
      case "NOT_ACTIVE" ->
          new PlainAnswer(
              new Word("–", "not searched", "wait"),
              "Your agency did not take part in the second search on the day of the booking.");
      case "ERROR" ->
          new PlainAnswer(
              new Word("!", "error", "bad"),
              "The second repository could not be searched. You need do nothing.");
      default ->
          new PlainAnswer(
              new Word("–", "none sent to you", "wait"),
              "No second answer was sent to your agency: there is none yet, your systems cannot"
                  + " receive it, or your state does not pass it on.");
    };
  }
}
