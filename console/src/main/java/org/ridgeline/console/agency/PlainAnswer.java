package org.ridgeline.console.agency;

import java.util.Optional;
import org.ridgeline.console.page.AnswerWords;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.answer.Outcome;

/// An answer in plain words, for people who never read a field number: what it is called, and what
/// it means for them.
record PlainAnswer(Word word, String means) {
  private static final PlainAnswer WAITING =
      new PlainAnswer(Word.WAITING, "No answer has been made yet.");
  private static final PlainAnswer NONE_SENT =
      new PlainAnswer(
          new Word("–", "none sent to you", Tone.WAIT),
          "No second answer was sent to your agency: there is none yet, your systems cannot"
              + " receive it, or your state does not pass it on.");

  private static final PlainAnswer NONE_MADE =
      new PlainAnswer(
          new Word("–", "none of this kind", Tone.CALM),
          "Only bookings are searched in the second repository.");

  /// What the first answer to a type of transaction, or the refusal, says; empty while there is
  /// none.
  static PlainAnswer first(String tot, Optional<Outcome> outcome) {
    Service service = Service.ofTot(tot).orElse(Service.BOOKING);
    return outcome.map(said -> first(service, said)).orElse(WAITING);
  }

  private static PlainAnswer first(Service service, Outcome outcome) {
    return new PlainAnswer(AnswerWords.first(service, outcome), ofFirst(service, outcome));
  }

  private static String ofFirst(Service service, Outcome outcome) {
    return switch (service) {
      case RAPID -> rapid(outcome);
      case VERIFICATION -> verified(outcome);
      case IMAGE_REQUEST, IMAGE_SUBMISSION -> images(outcome);
      case BOOKING, APPLICANT -> searched(outcome);
    };
  }

  private static String rapid(Outcome outcome) {
    return switch (outcome) {
      case HIT ->
          "The prints are like those of somebody on record; no examiner has looked. It is no"
              + " warrant and no ground to arrest.";
      case PENDING -> "Somebody on record may have these prints. To know, print all ten fingers.";
      case NO_HIT -> "Nobody on record was found with these prints.";
      case REFUSED, ERROR, DETERMINED, NOT_ACTIVE, FULFILLED -> searched(outcome);
    };
  }

  private static String verified(Outcome outcome) {
    return switch (outcome) {
      case HIT -> "The prints are those of the person named.";
      case PENDING -> "Neither a match nor none. Print more fingers, or have an examiner compare.";
      case NO_HIT ->
          "The prints are not those on record of the person named, or nobody is known by that"
              + " number.";
      case REFUSED, ERROR, DETERMINED, NOT_ACTIVE, FULFILLED -> searched(outcome);
    };
  }

  private static String images(Outcome outcome) {
    return switch (outcome) {
      case FULFILLED -> "What was asked for was done.";
      case NO_HIT -> "What was asked for could not be done. The answer's message says why.";
      case HIT, PENDING, REFUSED, ERROR, DETERMINED, NOT_ACTIVE -> searched(outcome);
    };
  }

  private static String searched(Outcome outcome) {
    return switch (outcome) {
      case HIT ->
          "The prints belong to somebody on record in the criminal-history repository. The"
              + " answer carries that record's numbers.";
      case NO_HIT -> "Nobody with these prints is on record in the criminal-history repository.";
      case PENDING -> "Examiners have to look at the prints first. Another answer follows.";
      case REFUSED ->
          "The submission could not be taken. Cure what is listed below and send it again under"
              + " its number.";
      case ERROR -> "The repository could not be searched. Send it again under a new number.";
      case DETERMINED, NOT_ACTIVE, FULFILLED -> WAITING.means();
    };
  }

  /// What the second answer says to an agency; empty where none was sent to it.
  static PlainAnswer second(String tot, Optional<Outcome> outcome) {
    Service service = Service.ofTot(tot).orElse(Service.BOOKING);
    if (service == Service.APPLICANT) {
      return outcome.map(said -> second(service, said, applicant(said))).orElse(WAITING);
    }
    if (service != Service.BOOKING) {
      return NONE_MADE;
    }
    return outcome.map(said -> second(service, said, ofSecond(said))).orElse(NONE_SENT);
  }

  private static PlainAnswer second(Service service, Outcome outcome, String means) {
    return new PlainAnswer(AnswerWords.second(service, outcome), means);
  }

  private static String applicant(Outcome outcome) {
    return switch (outcome) {
      case HIT ->
          "The prints belong to somebody on record among applicants. The answer carries that"
              + " record's number.";
      case NO_HIT -> "Nobody with these prints has applied before.";
      case PENDING, ERROR, REFUSED, DETERMINED, NOT_ACTIVE, FULFILLED -> searched(outcome);
    };
  }

  private static String ofSecond(Outcome outcome) {
    return switch (outcome) {
      case NO_HIT -> "The second repository has no record of these prints, and has not kept them.";
      case PENDING ->
          "People at the reviewing agency are looking at it. This decides nothing, and it asks"
              + " you to hold nobody: release people when you would release them.";
      case DETERMINED ->
          "People at the reviewing agency have decided. Read the text of the answer: it says"
              + " what they ask, and what they do not.";
      case NOT_ACTIVE ->
          "Your agency did not take part in the second search on the day of the booking.";
      case ERROR -> "The second repository could not be searched. You need do nothing.";
      case HIT, REFUSED, FULFILLED -> NONE_SENT.means();
    };
  }
}
