package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.util.List;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// First step of the work on a submission: images to a probe.
final class Extraction {
  private final Bookings bookings;
  private final ProbeMaker probes;
  private final Extracted extracted;
  private final Clock clock;

  Extraction(Bookings bookings, ProbeMaker probes, Extracted extracted, Clock clock) {
    this.bookings = bookings;
    this.probes = probes;
    this.extracted = extracted;
    this.clock = clock;
  }

  void run(String control) throws InterruptedException {
    Booking booking = bookings.load(control);
    int needed = booking.service().fingers();
    ProbeMaker.Made made =
        needed == 0
            ? new ProbeMaker.Made(List.of(), List.of())
            : probes.make(booking.agency().ori().value(), booking.card(), needed);
    extracted.keep(booking, asked(booking, made), clock.instant());
  }

  /// Fingers that are not there are worth a word where ten are expected.
  private static ProbeMaker.Made asked(Booking booking, ProbeMaker.Made made) {
    return switch (booking.service()) {
      case BOOKING, APPLICANT -> made;
      case RAPID, VERIFICATION, IMAGE_REQUEST, IMAGE_SUBMISSION ->
          new ProbeMaker.Made(
              made.fingers(),
              made.findings().stream()
                  .filter(finding -> finding.code() != FindingCode.FINGER_MISSING)
                  .toList());
    };
  }

  /// Gives up after repeated failures: the sender learns that these images could not be worked on.
  void giveUp(String control, String error) {
    Booking booking = bookings.load(control);
    List<Finding> findings =
        List.of(
            Finding.of(
                Severity.ERROR,
                FindingCode.IMAGE_UNREADABLE,
                "images that can be extracted",
                "extraction failed " + Limits.EXTRACTION_ATTEMPTS_MAX + " times: " + error));
    extracted.refuse(booking, findings, clock.instant());
  }
}
