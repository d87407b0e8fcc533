package org.ridgeline.exchange.operator;

/// What an operator is there for. One person has one role: duties are kept apart, and what a role
/// does not need it cannot reach.
public enum Role {
  /// Invites and releases operators, sees machine scores; takes no part in casework.
  ADMINISTRATOR(Scope.NONE),
  /// Keeps the exchange running: submissions, leads' delivery, the activation register.
  OPERATOR(Scope.NONE),
  /// A jail or police department: its own submissions, answers and people in its custody.
  BOOKING_AGENCY(Scope.ORI),
  /// A state's identification bureau: the answers that pass through it.
  STATE_BUREAU(Scope.STATE),
  /// Compares prints blind: sees neither names nor scores nor cases.
  EXAMINER(Scope.NONE),
  /// Settles what two examiners disagree on, watches their error, reviews citizenship indicators.
  SUPERVISOR(Scope.NONE),
  /// Builds cases, establishes the facts, determines.
  OFFICER(Scope.NONE),
  /// Signs second where two persons must.
  APPROVER(Scope.NONE),
  /// Answers complaints and requests to correct, independently of the officers.
  REDRESS_OFFICER(Scope.NONE),
  /// Looks at everything, under pseudonyms, and changes nothing.
  OVERSIGHT(Scope.NONE),
  /// Asks for amendments of the repositories' records, and approves those that others asked for.
  RECORDS_OFFICER(Scope.NONE),
  /// Corrects positions on cards held for quality control; sees prints, and nothing of whose they
  /// are. A role of its own: whoever has looked at a card's prints does not compare them blind.
  QUALITY(Scope.NONE);

  /// What an operator of a role must be tied to.
  public enum Scope {
    NONE,
    /// An agency's ORI.
    ORI,
    /// A state's two letters.
    STATE
  }

  private final Scope scope;

  Role(Scope scope) {
    this.scope = scope;
  }

  /// What an operator of this role is tied to.
  public Scope scope() {
    return scope;
  }
}
