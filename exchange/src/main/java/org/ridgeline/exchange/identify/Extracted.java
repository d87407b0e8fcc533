package org.ridgeline.exchange.identify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.submission.Refusal;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.vocabulary.Finding;

/// The one transaction that ends extraction: the submission goes on to its searches, or is refused.
/// Ended before, by a run that a crash did not let finish, it changes nothing.
final class Extracted {
  private final SubmissionStore submissions;
  private final AnswerStore answers;
  private final Gate gate;
  private final Trail trail;

  Extracted(SubmissionStore submissions, AnswerStore answers, Gate gate, Trail trail) {
    this.submissions = submissions;
    this.answers = answers;
    this.gate = gate;
    this.trail = trail;
  }

  /// Keeps what the images gave.
  void keep(Booking booking, ProbeMaker.Made made, Instant now) {
    List<Finding> findings = cut(made.findings());
    trail.together(() -> {
      SubmissionState to = made.isRefused() ? SubmissionState.REFUSED : SubmissionState.SEARCHING;
      if (!isMoved(booking, to, now)) {
        return;
      }
      submissions.addFindings(booking.control(), findings);
      submissions.addFingers(booking.control(), made.fingers());
      if (made.isRefused()) {
        answer(booking, findings, now);
      } else {
        gate.open(booking, now);
      }
    });
  }

  /// Refuses a submission whose images gave nothing.
  void refuse(Booking booking, List<Finding> findings, Instant now) {
    trail.together(() -> {
      if (isMoved(booking, SubmissionState.REFUSED, now)) {
        submissions.addFindings(booking.control(), findings);
        answer(booking, findings, now);
      }
    });
  }

  private boolean isMoved(Booking booking, SubmissionState to, Instant now) {
    return submissions.move(booking.control(), SubmissionState.ACCEPTED, to, now);
  }

  private void answer(Booking booking, List<Finding> findings, Instant now) {
    trail.fact(Refusal.fact(booking.control(), findings), now);
    answers.add(
        AnswerWriter.error(booking.question(now), findings),
        Optional.of(booking.agency()),
        booking.channel());
  }

  private static List<Finding> cut(List<Finding> findings) {
    return findings.size() <= Limits.FINDINGS_MAX
        ? findings
        : findings.subList(findings.size() - Limits.FINDINGS_MAX, findings.size());
  }
}
