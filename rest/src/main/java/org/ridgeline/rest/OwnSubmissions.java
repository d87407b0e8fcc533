package org.ridgeline.rest;

import java.util.List;
import java.util.Optional;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.submission.PurgeableSubmissions;
import org.ridgeline.exchange.submission.QualityHolds;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.springframework.stereotype.Component;

/// An agency's submissions as it sees them: those of another are not there for it.
@Component
class OwnSubmissions {
  private final SubmissionStore submissions;
  private final AnswerStore answers;
  private final QualityHolds holds;
  private final PurgeableSubmissions purged;

  OwnSubmissions(
      SubmissionStore submissions,
      AnswerStore answers,
      QualityHolds holds,
      PurgeableSubmissions purged) {
    this.submissions = submissions;
    this.answers = answers;
    this.holds = holds;
    this.purged = purged;
  }

  Optional<Submission> of(String control, Agency agency) {
    return submissions.ofAgency(agency.ori().value(), control);
  }

  SubmissionJson json(Submission submission) {
    String control = submission.control();
    return SubmissionJson.of(
        submission,
        holds.of(control),
        submissions.findings(control),
        answersOf(control),
        purged.purgedAt(control));
  }

  List<SubmissionJson.AnswerJson> answersOf(String control) {
    return SubmissionJson.AnswerJson.of(answers.deliverable(control), answers.deliveries(control));
  }
}
