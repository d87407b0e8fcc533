package org.ridgeline.console.agency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.casework.custody.AgencyCustodies;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.booking.SubmissionNotes;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Limits;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.answer.AgencyBookings;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// What a booking agency may see: its own submissions, and custodies it has been told of.
/// Everything else is not there for it.
@Component
class AgencyDesk {
  static final String PURPOSE = AgencyCustodies.PURPOSE;

  private final SubmissionStore submissions;
  private final AgencyBookings bookings;
  private final AgencyCustodies custodies;
  private final SubmissionNotes notes;
  private final Ledger ledger;

  AgencyDesk(
      SubmissionStore submissions,
      AgencyBookings bookings,
      AgencyCustodies custodies,
      SubmissionNotes notes,
      @Qualifier("exchangeLedger") Ledger ledger) {
    this.submissions = submissions;
    this.bookings = bookings;
    this.custodies = custodies;
    this.notes = notes;
    this.ledger = ledger;
  }

  static Actor actor(Who who) {
    return new Actor(who.name(), who.duty(), PURPOSE);
  }

  /// The agency's newest submissions; that they were read is in the ledger.
  List<AgencyBookings.Line> list(Who who, Optional<String> sought) {
    String ori = ori(who);
    ledger.append(
        LedgerEntry.of(
            who.name(),
            who.duty().role().name(),
            PURPOSE,
            Known.SUBMISSION_LIST,
            Subject.Kind.AGENCY.of(ori)));
    return bookings.newest(ori, sought, Limits.SUBMISSIONS_SHOWN_MAX);
  }

  /// What else is to be said of a submission.
  SubmissionNotes.Note note(String control) {
    return notes.of(control);
  }

  /// One submission of the agency's own.
  Submission own(Who who, String control) {
    String ori = ori(who);
    Submission submission = submissions.ofAgency(ori, control).orElseThrow(AgencyDesk::unknown);
    ledger.append(
        new LedgerEntry(
            who.name(),
            who.duty().role().name(),
            PURPOSE,
            Known.SUBMISSION_READ,
            Subject.Kind.SUBMISSION.of(control),
            Map.of("agency", Subject.Kind.AGENCY.text(ori))));
    return submission;
  }

  /// The custodies the agency has been told of.
  List<CustodyFile> custodies(Who who) {
    return custodies.list(actor(who));
  }

  /// One of them.
  CustodyFile custody(Who who, String control) {
    return custody(actor(who), control);
  }

  /// One of them, for whoever acts for the agency.
  CustodyFile custody(Actor actor, String control) {
    return custodies.one(actor, control).orElseThrow(AgencyDesk::unknown);
  }

  /// How many submissions the agency has sent since a moment.
  int since(Who who, Instant from) {
    return bookings.since(ori(who), from);
  }

  static String ori(Who who) {
    if (!who.has(Role.BOOKING_AGENCY)) {
      throw unknown();
    }
    return who.duty().scope();
  }

  private static RefusedStep unknown() {
    return new RefusedStep(ConsoleRefusal.NOT_OF_AGENCY);
  }
}
