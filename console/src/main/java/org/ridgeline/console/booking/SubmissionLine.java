package org.ridgeline.console.booking;

import java.util.Optional;
import org.ridgeline.casework.casefile.LeadStanding;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionList;
import org.ridgeline.exchange.submission.SubmissionState;

/// One line of the list of submissions.
record SubmissionLine(
    String control,
    String tcn,
    String tot,
    Sender agency,
    Word state,
    Times times,
    Word criminal,
    Word second) {
  /// The agency that booked; empty where it is not known.
  record Sender(String name, String ori) {}

  /// When a submission came in, was extracted and was done with.
  record Times(Moment received, Moment extracted, Moment closed) {
    static Times of(Submission submission) {
      Moment received = Moment.of(submission.receivedAt());
      Moment extracted = Moment.after(submission.receivedAt(), submission.extractedAt());
      Moment closed = Moment.after(submission.receivedAt(), submission.closedAt());
      return submission.state() == SubmissionState.REFUSED
          ? new Times(received, orNever(extracted), orNever(closed))
          : new Times(received, extracted, closed);
    }

    private static Moment orNever(Moment moment) {
      return moment.isKnown() ? moment : Moment.NEVER;
    }
  }

  static SubmissionLine of(SubmissionList.Line line, Optional<LeadStanding> lead) {
    Submission submission = line.submission();
    return new SubmissionLine(
        submission.control(),
        submission.tcn().orElse(""),
        submission.tot().orElse(""),
        new Sender(line.agency().orElse(""), submission.agencyOri().or(submission::ori).orElse("")),
        Word.of(submission.state()),
        Times.of(submission),
        Word.criminal(submission.state(), line.criminal()),
        second(line, lead));
  }

  private static Word second(SubmissionList.Line line, Optional<LeadStanding> lead) {
    SubmissionState state = line.submission().state();
    return line.isCivil()
        ? Word.civil(state, line.second())
        : Word.immigration(state, line.second(), lead);
  }
}
