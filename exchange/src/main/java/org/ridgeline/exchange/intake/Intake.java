package org.ridgeline.exchange.intake;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.answer.Question;
import org.ridgeline.exchange.completeness.BookingFields;
import org.ridgeline.exchange.completeness.FieldCheck;
import org.ridgeline.exchange.submission.Backlog;
import org.ridgeline.exchange.submission.BookedDemographics;
import org.ridgeline.exchange.submission.DemographicsSink;
import org.ridgeline.exchange.submission.Refusal;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Action;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.event.Event;

/// Takes submissions in: each is read, looked for, checked and kept, in this order and once; what
/// is kept is the queue of the work behind.
///
/// When [#take] returns Accepted, the submission is committed and will be answered whatever
/// crashes. The same ORI and TCN from the same sender again gives the first control number and
/// nothing else happens; from another sender it is another submission.
public final class Intake {
  private final SubmissionStore submissions;
  private final AnswerStore answers;
  private final AgencyStore agencies;
  private final Trail trail;
  private final Clock clock;
  private final Runnable wake;
  private final Aside aside;

  /// What is put aside of a booking besides its own row: who was booked, sealed, and which fields
  /// it came without.
  public record Aside(DemographicsSink demographics, BookingFields fields) {}

  /// When it is now, what starts the work, and what is put aside.
  /// - **Shape** `wake` is run after each submission that was kept
  public record Work(Clock clock, Runnable wake, Aside aside) {}

  /// Over the stores that know senders, submissions and answers.
  public Intake(
      SubmissionStore submissions,
      AnswerStore answers,
      AgencyStore agencies,
      Trail trail,
      Work work) {
    this.submissions = submissions;
    this.answers = answers;
    this.agencies = agencies;
    this.trail = trail;
    clock = work.clock();
    wake = work.wake();
    aside = work.aside();
  }

  /// Takes one submission from an agency.
  /// - **Limit** [Limits#SUBMISSION_BYTES_MAX] bytes, checked by whoever reads them
  public IntakeResult take(byte[] bytes, Agency agency, Channel channel) {
    Backlog backlog = submissions.backlog(agency.ori().value());
    if (!backlog.hasRoom(Limits.BACKLOG_MAX)) {
      return new IntakeResult.Busy(Math.max(1, backlog.total() / 10));
    }
    Arrival came =
        Arrival.of(
            bytes,
            new Sender(
                agency,
                channel,
                ori -> agencies.mayName(agency.ori(), ori),
                agencies.mayAsk(agency.ori()),
                () -> agencies.mayCopyTo(agency.ori())));
    return earlier(came).orElseGet(() -> keep(came, came.check()));
  }

  /// What this sender was told when it sent this ORI and TCN before.
  private Optional<IntakeResult> earlier(Arrival came) {
    return came.ori()
        .flatMap(ori -> came.tcn().map(tcn -> new SubmissionStore.Once(ori, tcn)))
        .flatMap(
            once -> submissions.earlier(came.sender().agency().ori().value(), once, came.sha256()))
        .flatMap(first -> again(first, came, submissions.findings(first.control())));
  }

  /// The first result; none where it was a refusal that has to do with the sender and not with the
  /// bytes: who may send as whom can have been put right since.
  private Optional<IntakeResult> again(Submission first, Arrival came, List<Finding> before) {
    boolean isRefused = first.state() == SubmissionState.REFUSED;
    if (isRefused && before.stream().anyMatch(f -> f.code() == FindingCode.A0004)) {
      return Optional.empty();
    }
    trail.caller(
        came.sender().agency().ori().value(),
        "BOOKING_AGENCY",
        Action.Known.SUBMISSION_REPLAY,
        Trail.submission(first.control()),
        Map.of("sha256", HexFormat.of().formatHex(came.sha256())));
    List<Finding> findings = new ArrayList<>(before);
    if (!MessageDigest.isEqual(first.sha256(), came.sha256())) {
      findings.add(
          Finding.of(
              Severity.WARNING,
              FindingCode.TCN_REUSED,
              "a TCN of its own, or the bytes of " + first.control() + " again",
              "other bytes under the same ORI and TCN; they are not searched"));
    }
    return Optional.of(
        isRefused
            ? new IntakeResult.Refused(first.control(), first.tcn(), true, findings)
            : new IntakeResult.Accepted(
                first.control(), first.tcn(), first.state().name(), true, findings));
  }

  private IntakeResult keep(Arrival came, Arrival.Checked checked) {
    Submission submission =
        submission(came, checked.refused() ? SubmissionState.REFUSED : SubmissionState.ACCEPTED);
    boolean kept =
        trail.together(() -> {
          if (!submissions.insert(submission, came.bytes(), came.priority())) {
            return false;
          }
          submissions.addFindings(submission.control(), checked.findings());
          tell(came, submission);
          if (checked.refused()) {
            refuse(came, submission, checked.findings());
          }
          if (isBooking(submission)) {
            putAside(came, submission, checked);
          }
          return true;
        });
    if (!kept) {
      // Another request with the same ORI and TCN was committed between look-up and insert; where
      // that one has been refused since, its number is free again.
      return earlier(came).orElseGet(() -> keep(came, checked));
    }
    wake.run();
    return checked.refused()
        ? new IntakeResult.Refused(
            submission.control(), submission.tcn(), false, checked.findings())
        : new IntakeResult.Accepted(
            submission.control(),
            submission.tcn(),
            submission.state().name(),
            false,
            checked.findings());
  }

  private void tell(Arrival came, Submission submission) {
    String control = submission.control();
    Agency agency = came.sender().agency();
    trail.fact(
        new Event.SubmissionReceived(
            control, agency.ori().value(), agency.fips(), agency.state(), submission.tot()),
        submission.receivedAt());
    if (submission.state() == SubmissionState.ACCEPTED) {
      trail.fact(new Event.SubmissionAccepted(control), submission.receivedAt());
    }
  }

  private static boolean isBooking(Submission submission) {
    return submission.tot().flatMap(Service::ofTot).filter(Service.BOOKING::equals).isPresent();
  }

  /// In the same transaction: with the booking or not at all.
  private void putAside(Arrival came, Submission submission, Arrival.Checked checked) {
    Agency agency = came.sender().agency();
    Optional<TaggedRecord> two = came.read().flatMap(Transaction::typeTwo);
    if (!checked.refused()) {
      aside.demographics().put(BookedDemographics.of(submission, agency, two));
    }
    if (came.read().isPresent()) {
      LocalDate received = LocalDate.ofInstant(submission.receivedAt(), ZoneOffset.UTC);
      FieldCheck check = FieldCheck.of(two, checked.findings(), received);
      aside.fields().put(agency.ori(), received, checked.refused(), check);
    }
  }

  private void refuse(Arrival came, Submission submission, List<Finding> findings) {
    Instant now = submission.receivedAt();
    String control = submission.control();
    var question =
        new Question(control, came.header(), came.read().flatMap(Transaction::typeTwo), now);
    trail.fact(Refusal.fact(control, findings), now);
    answers.add(
        AnswerWriter.error(question, findings),
        Optional.of(came.sender().agency()),
        came.sender().channel());
  }

  private Submission submission(Arrival came, SubmissionState state) {
    Instant now = clock.instant();
    return new Submission(
        submissions.nextControl(now),
        new Submission.Header(came.ori(), came.tcn(), came.tot()),
        new Submission.Sender(
            Optional.of(came.sender().agency().ori().value()), came.sender().channel()),
        came.sha256(),
        state,
        new Submission.Times(
            now,
            Optional.empty(),
            state == SubmissionState.REFUSED ? Optional.of(now) : Optional.empty()));
  }
}
