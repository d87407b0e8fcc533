package org.ridgeline.console.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.AnswerStore.Delivery;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.submission.PurgeableSubmissions;
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
  private final LeadStore leads;
  private final PrintReader prints;
  private final PurgeableSubmissions purged;

  BookingReader(
      SubmissionStore submissions,
      SearchStore searches,
      AnswerStore answers,
      LeadStore leads,
      PurgeableSubmissions purged) {
    this.submissions = submissions;
    this.searches = searches;
    this.answers = answers;
    this.leads = leads;
    this.purged = purged;
    prints = new PrintReader(submissions);
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
      boolean hasLead) {}

  Optional<Submission> submission(String control) {
    return submissions.byControl(control);
  }

  /// When what it said of a person was taken out; empty while it is there.
  Optional<Instant> purgedAt(String control) {
    return purged.purgedAt(control);
  }

  Booked read(Submission submission) {
    String control = submission.control();
    Optional<Transaction> transaction = prints.transaction(control);
    return new Booked(
        transaction,
        submissions.findings(control),
        prints.fingers(submission, transaction),
        searches.of(control),
        answers.of(control),
        answers.deliveries(control),
        leads.of(control).isPresent());
  }
}
