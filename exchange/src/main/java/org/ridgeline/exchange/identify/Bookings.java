package org.ridgeline.exchange.identify;

import java.util.List;
import javax.sql.DataSource;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.submission.CorrectionLine;
import org.ridgeline.exchange.submission.CorrectionStore;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Ori;

/// Accepted submissions, read again from their rows.
final class Bookings {
  private final SubmissionStore submissions;
  private final AgencyStore agencies;
  private final CorrectionStore corrections;

  Bookings(SubmissionStore submissions, AgencyStore agencies, CorrectionStore corrections) {
    this.submissions = submissions;
    this.agencies = agencies;
    this.corrections = corrections;
  }

  static Bookings of(DataSource dataSource) {
    return new Bookings(
        new SubmissionStore(dataSource),
        new AgencyStore(dataSource),
        new CorrectionStore(dataSource));
  }

  /// Whether there is such a submission.
  boolean isKnown(String control) {
    return submissions.byControl(control).isPresent();
  }

  /// The agency of a submission.
  Agency agency(String control) {
    return agency(submissions.byControl(control).orElseThrow());
  }

  /// Whether something was found about a submission.
  boolean hasFinding(String control, FindingCode code) {
    return submissions.findings(control).stream().anyMatch(finding -> finding.code() == code);
  }

  /// What a submission asks for.
  Service service(String control) {
    return submissions
        .byControl(control)
        .flatMap(Submission::tot)
        .flatMap(Service::ofTot)
        .orElseThrow(() -> new IllegalStateException(control + " asks for nothing known"));
  }

  private Agency agency(Submission submission) {
    return submission
        .agencyOri()
        .flatMap(ori -> agencies.ofOri(new Ori(ori)))
        .orElseThrow(() -> new IllegalStateException(submission.control() + " has no agency"));
  }

  /// Loads a submission; one that was accepted is there, whole and readable, until it is purged.
  Booking load(String control) {
    Submission submission = submissions.byControl(control).orElseThrow();
    byte[] bytes =
        submissions
            .bytes(control)
            .orElseThrow(() -> new IllegalStateException(control + " is purged"));
    Agency agency = agency(submission);
    return switch (ItlReader.read(bytes)) {
      case Decoded.Accepted accepted -> {
        List<CorrectionLine> lines = corrections.lines(control);
        Card card = Card.of(accepted.transaction(), CorrectionLine.corrections(lines));
        yield new Booking(submission, bytes, card, lines, agency);
      }
      case Decoded.Refused refused ->
          throw new IllegalStateException(
              control + " was accepted but cannot be read: " + refused.findings());
    };
  }
}
