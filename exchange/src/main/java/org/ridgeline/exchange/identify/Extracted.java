package org.ridgeline.exchange.identify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.submission.Refusal;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;

/// The one transaction that ends extraction: the submission goes on to its searches, is refused, or
/// waits for a person. Ended before, by a run that a crash did not let finish, it changes nothing.
final class Extracted {
  private final SubmissionStore submissions;
  private final AnswerStore answers;
  private final Gate gate;
  private final HoldRule rule;
  private final Trail trail;

  Extracted(
      SubmissionStore submissions, AnswerStore answers, Gate gate, HoldRule rule, Trail trail) {
    this.submissions = submissions;
    this.answers = answers;
    this.gate = gate;
    this.rule = rule;
    this.trail = trail;
  }

  /// Keeps what the images gave.
  void keep(Booking booking, ProbeMaker.Made made, Instant now) {
    List<Finding> corrected = CorrectionFindings.of(booking.corrected());
    List<Finding> findings =
        cut(Stream.concat(corrected.stream(), made.findings().stream()).toList());
    trail.together(() -> {
      List<FindingCode> reasons = rule.reasons(booking, findings);
      if (!reasons.isEmpty()) {
        hold(booking, reasons, new ProbeMaker.Made(made.fingers(), findings), now);
        return;
      }
      SubmissionState to = made.isRefused() ? SubmissionState.REFUSED : SubmissionState.SEARCHING;
      if (!isMoved(booking, to, now)) {
        return;
      }
      dropHeld(booking);
      submissions.addFindings(booking.control(), findings);
      submissions.addFingers(booking.control(), made.fingers());
      if (made.isRefused()) {
        answer(booking, findings, now);
      } else {
        gate.open(booking, now);
      }
    });
  }

  /// What is kept says how each print is; the probe is made again, under what a person corrects.
  private void hold(Booking booking, List<FindingCode> reasons, ProbeMaker.Made made, Instant now) {
    String control = booking.control();
    if (isMoved(booking, SubmissionState.HELD, now)) {
      rule.hold(control, reasons, submissions.findingCount(control), now);
      submissions.addFindings(control, made.findings());
      submissions.addFingers(control, made.fingers());
    }
  }

  /// What the extraction found that led to a hold: this one's takes its place.
  private void dropHeld(Booking booking) {
    rule.before(booking.control())
        .ifPresent(hold -> {
          submissions.dropFindings(booking.control(), hold.findingsFrom());
          submissions.dropFingers(booking.control());
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
