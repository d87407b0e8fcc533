package org.ridgeline.ledger;

/// Whose step an entry keeps: what stands in its `role`.
/// - **Shape** a role of the people who work with the system, or one of those without a log-in
public enum Writer {
  /// The program by itself, or its command line.
  SYSTEM,
  /// Anybody, without a log-in.
  PUBLIC,
  /// The reviewing office's system, by its token.
  OFFICE,
  /// Keeps the exchange running; also whoever logs in, before their role counts.
  OPERATOR,
  /// Invites operators and keeps the registers.
  ADMINISTRATOR,
  /// A jail or police department.
  BOOKING_AGENCY,
  /// A state's identification bureau.
  STATE_BUREAU,
  /// Compares prints blind.
  EXAMINER,
  /// Settles conflicts and reviews.
  SUPERVISOR,
  /// Builds and determines cases.
  OFFICER,
  /// Signs second.
  APPROVER,
  /// Answers complaints and requests to correct.
  REDRESS_OFFICER,
  /// Looks at everything and changes nothing.
  OVERSIGHT,
  /// Asks for and approves amendments of the repositories' records.
  RECORDS_OFFICER,
  /// Corrects positions on held cards.
  QUALITY,
  /// A repository's owner, by its token.
  OWNER
}
