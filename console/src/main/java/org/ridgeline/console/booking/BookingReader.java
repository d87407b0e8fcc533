package org.ridgeline.console.booking;

import java.util.List;
import java.util.Optional;
import org.ridgeline.casework.casefile.LeadStanding;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.AnswerStore.Delivery;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.vocabulary.Finding;
import org.springframework.stereotype.Component;

/// Reads all that is on record about one submission, once.
@Component
class BookingReader {
  private final SubmissionStore submissions;
  private final SearchStore searches;
  private final AnswerStore answers;
  private final LeadReader leads;
  private final PrintReader prints;

  BookingReader(
      SubmissionStore submissions,
      SearchStore searches,
      AnswerStore answers,
      LeadReader leads,
      PrintReader prints) {
    this.submissions = submissions;
    this.searches = searches;
    this.answers = answers;
    this.leads = leads;
    this.prints = prints;
  }

  /// What is on record.
  /// - **Shape** `transaction` empty where the bytes are none
  record Booked(
      Optional<Transaction> transaction,
      List<Finding> findings,
      List<FingerView> fingers,
      List<SearchRow> searches,
      List<Answer> answers,
      List<Delivery> deliveries,
      Optional<LeadStanding> lead) {}

  Optional<Submission> submission(String control) {
    return submissions.byControl(control);
  }

  Booked read(Submission submission) {
    String control = submission.control();
    Optional<Card> card = prints.card(control);
    return new Booked(
        card.map(Card::transaction),
        submissions.findings(control),
        prints.fingers(submission, card),
        searches.of(control),
        answers.of(control),
        answers.deliveries(control),
        leads.of(control));
  }
}
