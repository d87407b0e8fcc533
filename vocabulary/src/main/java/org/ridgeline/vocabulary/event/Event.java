package org.ridgeline.vocabulary.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A fact, written by the room that owns it in the transaction that made it, and never changed.
///
/// Facts carry ids and codes, no names of persons, scores or texts that people wrote: they are kept
/// when what they point to is purged. A record below is never edited; what has to say more becomes
/// a new record with the next version of its kind.
///
/// - **Shape** `control` a submission; `agency` its ORI; `fips`, `state` where that agency lies;
///   codes (`decision`, `outcome`, `kind`, `level`, `milestone` …) as in the owner's rows
public sealed interface Event {
  /// What kind of fact this is.
  default Kind kind() {
    return Kind.of(getClass());
  }

  // Exchange

  /// A submission came through a door. Accepted or refused at once, in the same transaction.
  /// - **Shape** `tot` as its header says, empty where that could not be read
  record SubmissionReceived(
      String control, String agency, String fips, String state, Optional<String> tot)
      implements Event {}

  /// A submission has a control number and will be answered.
  record SubmissionAccepted(String control) implements Event {}

  /// A submission is refused: at the door, or once its images were looked at.
  /// - **Shape** `codes` of the findings that are errors, each once, sorted
  record SubmissionRefused(String control, List<String> codes) implements Event {
    public SubmissionRefused {
      codes = List.copyOf(codes);
    }
  }

  /// Whether the submission's agency took part in the second search on the day it came in.
  record GateRecorded(String control, String agency, LocalDate day, boolean active)
      implements Event {}

  /// One repository's part of a submission came to an end, once for each that is searched.
  /// - **Shape** `repository`: criminal, immigration, civil; `decision`: HIT, REVIEW, NO_HIT, ERROR
  record Searched(String control, String repository, String decision) implements Event {}

  /// The second repository may know the person; unverified.
  /// - **Shape** `decision`: HIT or REVIEW
  record LeadMade(UUID leadId, String control, String fips, String state, String decision)
      implements Event {}

  /// A submission was answered; whether the agency gets it, delivery says.
  /// - **Shape** `source`: exchange, criminal, civil, immigration or determination
  record AnswerMade(UUID answerId, String control, String source, String outcome)
      implements Event {}

  /// An answer has reached its agency.
  record AnswerDelivered(UUID answerId, String control, String agency) implements Event {}

  /// The agency's system has taken an answer.
  record AnswerAcknowledged(UUID answerId, String control, String agency) implements Event {}

  /// An agency takes part in the second search from a day on.
  record ActivationStarted(String agency, String fips, String state, LocalDate day)
      implements Event {}

  /// An agency takes part no more from a day on.
  record ActivationEnded(String agency, String fips, String state, LocalDate day)
      implements Event {}

  /// A county, state or territory is in the register of jurisdictions.
  record JurisdictionListed(String fips, String name, String state) implements Event {}

  /// A jurisdiction is active from a day on; its agencies say so themselves.
  /// - **Shape** `basis`: STATUTE, AGREEMENT or ORDER, empty where an import says none; `wave` in
  ///   which it came, empty of an import
  record JurisdictionActivated(
      String fips, String state, LocalDate day, Optional<String> basis, Optional<UUID> wave)
      implements Event {}

  /// A jurisdiction is not active any more from a day on.
  record JurisdictionDeactivated(String fips, String state, LocalDate day) implements Event {}

  // Casework

  /// A case was opened, standing on one booking.
  record CaseOpened(UUID caseId, String control, String fips, String state) implements Event {}

  /// A later booking of the same custody event belongs to a case.
  record BookingJoined(UUID caseId, String control) implements Event {}

  /// Examiners have compared a booking's prints.
  /// - **Shape** `settlement`: IDENTIFIED, EXCLUDED or INCONCLUSIVE
  record BookingSettled(UUID caseId, String control, String settlement) implements Event {}

  /// Where the person of a case was booked.
  /// - **Shape** `agency` its ORI; `facilityKind` of its facilities, empty where it runs none, or
  ///   some of either kind
  record CaseSituated(UUID caseId, String agency, Optional<String> facilityKind) implements Event {}

  /// What the priority policy said of a case had changed; written until [ConvictionsAssessed].
  record LevelAssessed(UUID caseId, String level) implements Event {}

  /// What the priority policy makes of a case's convictions was assessed for the first time, or has
  /// changed, or whether a charge is open has.
  /// - **Shape** `level` by convictions alone; `policy` the version of the table; `openCharge`:
  ///   some charge has neither become a conviction nor ended otherwise
  record ConvictionsAssessed(UUID caseId, String level, String policy, boolean openCharge)
      implements Event {}

  /// An officer signed. Where a second is needed the determination stands once that one has signed.
  record DeterminationSigned(
      UUID caseId, UUID determinationId, String outcome, boolean secondNeeded) implements Event {}

  /// Somebody else signed second: the determination stands.
  record DeterminationCountersigned(UUID caseId, UUID determinationId) implements Event {}

  /// The second did not sign: the determination does not stand.
  record DeterminationReturned(UUID caseId, UUID determinationId) implements Event {}

  /// Somebody reported a moment of a custody.
  /// - **Shape** `at` the moment; `corrects` the report that no longer counts; `withdrawn` where
  ///   nothing takes its place
  record CustodyReported(
      UUID caseId,
      UUID reportId,
      String milestone,
      Instant at,
      Optional<UUID> corrects,
      boolean withdrawn)
      implements Event {}

  /// A person was handed on: to another facility, or out of local custody.
  record HandedOver(UUID caseId, UUID handOverId, Instant at, boolean toAnotherCustodian)
      implements Event {}

  /// What became of a case; a later one takes an earlier one's place.
  record OutcomeRecorded(UUID caseId, String outcome, LocalDate day, String programme)
      implements Event {}

  /// A case has ended.
  /// - **Shape** `state`: CLOSED or EXCLUDED
  record CaseClosed(UUID caseId, String state) implements Event {}

  /// A case begins again from the citizenship review.
  record CaseReopened(UUID caseId) implements Event {}

  /// What a case knew of the person was taken out.
  record CasePurged(UUID caseId) implements Event {}

  /// The kinds of fact. Key and version say how to read a body, for ever.
  enum Kind {
    SUBMISSION_RECEIVED("submission.received", 1, SubmissionReceived.class),
    SUBMISSION_ACCEPTED("submission.accepted", 1, SubmissionAccepted.class),
    SUBMISSION_REFUSED("submission.refused", 1, SubmissionRefused.class),
    GATE_RECORDED("gate.recorded", 1, GateRecorded.class),
    SEARCHED("submission.searched", 1, Searched.class),
    LEAD_MADE("lead.made", 1, LeadMade.class),
    ANSWER_MADE("answer.made", 1, AnswerMade.class),
    ANSWER_DELIVERED("answer.delivered", 1, AnswerDelivered.class),
    ANSWER_ACKNOWLEDGED("answer.acknowledged", 1, AnswerAcknowledged.class),
    ACTIVATION_STARTED("activation.started", 1, ActivationStarted.class),
    ACTIVATION_ENDED("activation.ended", 1, ActivationEnded.class),
    JURISDICTION_LISTED("jurisdiction.listed", 1, JurisdictionListed.class),
    JURISDICTION_ACTIVATED("jurisdiction.activated", 1, JurisdictionActivated.class),
    JURISDICTION_DEACTIVATED("jurisdiction.deactivated", 1, JurisdictionDeactivated.class),
    CASE_OPENED("case.opened", 1, CaseOpened.class),
    BOOKING_JOINED("booking.joined", 1, BookingJoined.class),
    BOOKING_SETTLED("booking.settled", 1, BookingSettled.class),
    CASE_SITUATED("case.situated", 1, CaseSituated.class),
    LEVEL_ASSESSED("level.assessed", 1, LevelAssessed.class),
    CONVICTIONS_ASSESSED("level.assessed", 2, ConvictionsAssessed.class),
    DETERMINATION_SIGNED("determination.signed", 1, DeterminationSigned.class),
    DETERMINATION_COUNTERSIGNED("determination.countersigned", 1, DeterminationCountersigned.class),
    DETERMINATION_RETURNED("determination.returned", 1, DeterminationReturned.class),
    CUSTODY_REPORTED("custody.reported", 1, CustodyReported.class),
    HANDED_OVER("custody.handed-over", 1, HandedOver.class),
    OUTCOME_RECORDED("outcome.recorded", 1, OutcomeRecorded.class),
    CASE_CLOSED("case.closed", 1, CaseClosed.class),
    CASE_REOPENED("case.reopened", 1, CaseReopened.class),
    CASE_PURGED("case.purged", 1, CasePurged.class);

    private static final Map<Class<?>, Kind> BY_CLASS =
        Stream.of(values()).collect(Collectors.toUnmodifiableMap(Kind::type, Function.identity()));

    private static final Map<Name, Kind> BY_NAME =
        Stream.of(values())
            .collect(
                Collectors.toUnmodifiableMap(
                    kind -> new Name(kind.key, kind.version), Function.identity()));

    private record Name(String key, int version) {}

    private final String key;
    private final int version;
    private final Class<? extends Event> type;

    Kind(String key, int version, Class<? extends Event> type) {
      this.key = key;
      this.version = version;
      this.type = type;
    }

    /// The kind of a class of facts.
    static Kind of(Class<? extends Event> type) {
      Kind kind = BY_CLASS.get(type);
      if (kind == null) {
        throw new IllegalStateException(type + " is no kind of fact");
      }
      return kind;
    }

    /// The kind of a key and version; none: IllegalArgumentException.
    public static Kind of(String key, int version) {
      Kind kind = BY_NAME.get(new Name(key, version));
      if (kind == null) {
        throw new IllegalArgumentException("event \"" + key + "\" version=" + version + " unknown");
      }
      return kind;
    }

    /// The name in rows.
    public String key() {
      return key;
    }

    /// Which form of the kind: 1, 2 …
    public int version() {
      return version;
    }

    /// The record that holds it.
    public Class<? extends Event> type() {
      return type;
    }
  }
}
