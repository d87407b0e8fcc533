package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// First step of the work on a submission: images to a probe, the gate, and both searches opened;
/// or the refusal.
final class Extraction {
  private final Stores stores;
  private final ProbeMaker probes;
  private final Clock clock;

  Extraction(Stores stores, ProbeMaker probes, Clock clock) {
    this.stores = stores;
    this.probes = probes;
    this.clock = clock;
  }

  void run(String control) throws InterruptedException {
    Booking booking = Booking.load(stores, control);
    ProbeMaker.Made made = probes.make(booking.transaction());
    Instant now = clock.instant();
    stores
        .transaction()
        .executeWithoutResult(_ -> {
          SubmissionState to =
              made.isRefused() ? SubmissionState.REFUSED : SubmissionState.SEARCHING;
          if (!stores.submissions().move(control, SubmissionState.ACCEPTED, to, now)) {
            return;
          }
          stores.submissions().addFindings(control, cut(made.findings()));
          stores.submissions().addFingers(control, made.fingers());
          if (made.isRefused()) {
            refuse(booking, cut(made.findings()), now);
          } else {
            openSearches(booking, now);
          }
        });
  }

  private void refuse(Booking booking, List<Finding> findings, Instant now) {
    stores
        .answers()
        .add(
            AnswerWriter.errt(booking.question(now), findings),
            Optional.of(booking.agency()),
            booking.channel());
  }

  /// The gate is decided by the day the submission came in, not by when work on it began.
  private void openSearches(Booking booking, Instant now) {
    stores.searches().open(booking.control(), RepositoryName.CRIMINAL);
    stores.searches().open(booking.control(), RepositoryName.IMMIGRATION);
    LocalDate day = booking.submission().receivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    if (!stores.activation().isActive(booking.agency().ori(), day)) {
      stores
          .searches()
          .close(
              booking.control(), RepositoryName.IMMIGRATION.key(), SearchDecision.NOT_ACTIVE, now);
      stores
          .answers()
          .add(
              AnswerWriter.second(booking.question(now), Outcome.NOT_ACTIVE),
              Optional.of(booking.agency()),
              booking.channel());
    }
  }

  /// Gives up after repeated failures: the sender learns that these images could not be worked on.
  void giveUp(String control, String error) {
    Booking booking = Booking.load(stores, control);
    Instant now = clock.instant();
    List<Finding> findings =
        List.of(
            Finding.of(
                Severity.ERROR,
                FindingCode.IMAGE_UNREADABLE,
                "images that can be extracted",
                "extraction failed " + Limits.EXTRACTION_ATTEMPTS_MAX + " times: " + error));
    stores
        .transaction()
        .executeWithoutResult(_ -> {
          if (stores
              .submissions()
              .move(control, SubmissionState.ACCEPTED, SubmissionState.REFUSED, now)) {
            stores.submissions().addFindings(control, findings);
            refuse(booking, findings, now);
          }
        });
  }

  private static List<Finding> cut(List<Finding> findings) {
    return findings.size() <= Limits.FINDINGS_MAX
        ? findings
        : findings.subList(findings.size() - Limits.FINDINGS_MAX, findings.size());
  }
}
