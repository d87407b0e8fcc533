package org.ridgeline.oversight.track;

import java.util.Optional;
import org.ridgeline.vocabulary.event.Event;

/// Which booking, case or jurisdiction a fact is about.
public sealed interface Subject {
  /// A submission, by its control number.
  record Booking(String control) implements Subject {}

  /// A case, by its id.
  record Case(String id) implements Subject {}

  /// A jurisdiction, by its FIPS code.
  record Jurisdiction(String fips) implements Subject {}

  /// Whose fact it is; none where it is about none, or counts for nothing.
  static Optional<Subject> of(Event event) {
    return switch (event) {
      case Event.SubmissionReceived e -> booking(e.control());
      case Event.SubmissionRefused e -> booking(e.control());
      case Event.GateRecorded e -> booking(e.control());
      case Event.Searched e -> booking(e.control());
      case Event.LeadMade e -> booking(e.control());
      case Event.AnswerMade e -> booking(e.control());
      case Event.CaseOpened e -> aCase(e.caseId());
      case Event.CaseSituated e -> aCase(e.caseId());
      case Event.BookingJoined e -> aCase(e.caseId());
      case Event.BookingSettled e -> aCase(e.caseId());
      case Event.LevelAssessed e -> aCase(e.caseId());
      case Event.ConvictionsAssessed e -> aCase(e.caseId());
      case Event.DeterminationSigned e -> aCase(e.caseId());
      case Event.DeterminationCountersigned e -> aCase(e.caseId());
      case Event.DeterminationReturned e -> aCase(e.caseId());
      case Event.HandedOver e -> aCase(e.caseId());
      case Event.OutcomeRecorded e -> aCase(e.caseId());
      case Event.CaseReopened e -> aCase(e.caseId());
      case Event.JurisdictionListed e -> jurisdiction(e.fips());
      case Event.JurisdictionActivated e -> jurisdiction(e.fips());
      case Event.JurisdictionDeactivated e -> jurisdiction(e.fips());
      case Event.ActivationStarted e -> jurisdiction(e.fips());
      case Event.ActivationEnded e -> jurisdiction(e.fips());
      default -> Optional.empty();
    };
  }

  private static Optional<Subject> jurisdiction(String fips) {
    return Optional.of(new Jurisdiction(fips));
  }

  private static Optional<Subject> booking(String control) {
    return Optional.of(new Booking(control));
  }

  private static Optional<Subject> aCase(java.util.UUID id) {
    return Optional.of(new Case(id.toString()));
  }
}
