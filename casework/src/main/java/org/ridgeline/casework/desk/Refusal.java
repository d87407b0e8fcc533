package org.ridgeline.casework.desk;

/// Everything casework refuses. What doors refuse by themselves, they list themselves.
public enum Refusal implements Reason {
  // Cases.
  NOTHING_ADDED_NOW(Code.STATE),
  STEP_IS_SIGNATURE(Code.REAUTHENTICATION),
  CLOSES_WITH_OUTCOME_ONLY(Code.INPUT),
  PASSWORD_WRONG(Code.REAUTHENTICATION),
  STEP_NOT_FROM_HERE(Code.STATE),
  NO_STOP_HOLDS(Code.STATE),
  STOP_HOLDS(Code.STOPPED),
  STEP_TAKES_ANOTHER(Code.SAME_PERSON),
  CASE_CHANGED(Code.STALE),
  NOTE_TOO_LONG(Code.INPUT),
  STEP_NEEDS_REASON(Code.INPUT),
  CASE_IS_ANOTHERS(Code.ALREADY),
  CASE_IS_CLOSED(Code.STATE),
  REVIEW_OF_OWN_CHECK(Code.SAME_PERSON),
  DOCUMENT_SIZE(Code.LIMIT),
  NO_SUCH_DOCUMENT(Code.NOT_FOUND),
  DATE_IN_FUTURE(Code.INPUT),
  DOCUMENT_OF_ANOTHER_CASE(Code.INPUT),
  HISTORY_CANNOT_BE(Code.INPUT),
  GANG_CLAIM_TOO_LONG(Code.INPUT),
  FACTOR_EXPIRY(Code.INPUT),
  REVIEW_OF_OWN_CLAIM(Code.SAME_PERSON),
  CLAIM_IS_REVIEWED(Code.ALREADY),
  NO_SUCH_CLAIM(Code.NOT_FOUND),
  HISTORY_UNKNOWN(Code.INPUT),
  NO_SUCH_CASE(Code.NOT_FOUND),
  STEP_NOT_FOR_ROLE(Code.ROLE),
  ACT_NOT_FOR_ROLE(Code.ROLE),
  GATES_SHUT(Code.GATE),
  // What a case rests on.
  NO_SUCH_RESULT(Code.INPUT),
  FIELD_EMPTY(Code.INPUT),
  FIELD_TOO_LONG(Code.INPUT),
  FIELD_CONTROL_CHARACTERS(Code.INPUT),
  CASE_IS_FULL(Code.LIMIT),
  // Signing.
  NOTHING_TO_COUNTERSIGN(Code.STATE),
  NO_SUCH_DETERMINATION(Code.INPUT),
  NO_PRIMARY_DOCUMENT(Code.INPUT),
  NO_REMOVAL_ON_RECORD(Code.GATE),
  OFFICERS_DETERMINE(Code.ROLE),
  APPROVERS_SIGN_SECOND(Code.ROLE),
  // Custody, facilities, outcomes, referrals.
  PERSON_ELSEWHERE(Code.SCOPE),
  NO_SUCH_CUSTODY(Code.NOT_FOUND),
  CUSTODY_TEXT(Code.INPUT),
  REPORT_DOES_NOT_COUNT(Code.STALE),
  HAS_RECEIPT(Code.ALREADY),
  FACILITY_NOT_OPEN(Code.INPUT),
  FACILITY_IS_ANOTHERS(Code.SCOPE),
  CUSTODY_ENDED(Code.STATE),
  NOT_YET_HAPPENED(Code.INPUT),
  BEFORE_BOOKING(Code.INPUT),
  CENTURY_AWAY(Code.LIMIT),
  CLOSES_WITH_SOURCED_OUTCOME(Code.GATE),
  LIMITS_FOR_ADMINISTRATORS(Code.ROLE),
  FACILITY_NAME_TAKEN(Code.ALREADY),
  FACILITY_ENTRY(Code.INPUT),
  NO_SUCH_FACILITY(Code.NOT_FOUND),
  REGISTER_FOR_ADMINISTRATORS(Code.ROLE),
  PROGRAMMES_FOR_ADMINISTRATORS(Code.ROLE),
  PROGRAMME_CODE(Code.INPUT),
  PROGRAMME_EXISTS(Code.ALREADY),
  OUTCOME_NEEDS_PROGRAMME(Code.INPUT),
  OUTCOME_DAY(Code.INPUT),
  OUTCOME_EXISTS(Code.ALREADY),
  REFERRAL_NEEDS_REMOVAL(Code.GATE),
  REFERRED_ALREADY(Code.ALREADY),
  SENTENCE_WITHOUT_WORDS(Code.INPUT),
  NOT_REFERRED(Code.STATE),
  REFERRAL_DAY(Code.INPUT),
  REFERRALS_FOR_REVIEWERS(Code.ROLE),
  CUSTODY_READERS(Code.ROLE),
  CUSTODY_OFFICERS(Code.ROLE),
  // Redress.
  OPENING_FIELDS(Code.INPUT),
  REDRESS_FULL(Code.LIMIT),
  NO_CASE_OF_NUMBER(Code.NOT_FOUND),
  REDRESS_DECIDED(Code.ALREADY),
  REMEDY_NEEDS_CASE(Code.GATE),
  REASONS_LENGTH(Code.INPUT),
  REMEDY_WITHOUT_GRANT(Code.INPUT),
  STATEMENT_LENGTH(Code.INPUT),
  NO_SUCH_NOTICE(Code.NOT_FOUND),
  OWN_LOG_ONLY(Code.GATE),
  WORKED_ON_CASE(Code.SAME_PERSON),
  NO_SUCH_ITEM(Code.NOT_FOUND),
  REDRESS_LINE(Code.INPUT),
  REDRESS_OFFICERS_ONLY(Code.ROLE),
  // Blind comparison.
  OFF_THE_QUEUE(Code.SUSPENDED),
  MARK_NOT_SHOWN(Code.INPUT),
  SKIP_REASON(Code.INPUT),
  NO_SUCH_COMPARISON(Code.NOT_FOUND),
  COMPARING_ROLES(Code.ROLE),
  NO_SUCH_REVIEW(Code.NOT_FOUND),
  REINSTATES_SELF(Code.SAME_PERSON),
  REINSTATEMENT_NOTE(Code.INPUT),
  NOT_OFF_THE_QUEUE(Code.STATE),
  SUPERVISORS_ONLY(Code.ROLE),
  VERDICT_NOTE(Code.LIMIT),
  TOO_MANY_MARKS(Code.LIMIT),
  TOO_MANY_RIDGE_COUNTS(Code.LIMIT),
  IDENTIFICATION_UNSHOWN(Code.GATE),
  EXCLUSION_UNSHOWN(Code.GATE),
  INCONCLUSIVE_UNEXPLAINED(Code.GATE);

  /// What kind of refusal it is; the doors map it to a status.
  public enum Kind {
    /// Never for this person: role, scope or separation of duties.
    FORBIDDEN,
    /// Not now: the case is elsewhere, or has changed meanwhile.
    CONFLICT,
    /// Not yet: something that must be there is missing.
    INCOMPLETE,
    /// There is no such thing, or not for this person.
    UNKNOWN
  }

  /// Which rule refused.
  public enum Code {
    /// The actor's role does not do this.
    ROLE(Kind.FORBIDDEN),
    /// The thing is another agency's, state's or person's.
    SCOPE(Kind.FORBIDDEN),
    /// Two different people are needed, and the actor is the first of them.
    SAME_PERSON(Kind.FORBIDDEN),
    /// The password given at signing is not the actor's.
    REAUTHENTICATION(Kind.FORBIDDEN),
    /// No purpose was stated for this read.
    PURPOSE(Kind.FORBIDDEN),
    /// The actor may not take this work now, for example an examiner off the queue.
    SUSPENDED(Kind.FORBIDDEN),
    /// Somebody else changed it since the actor saw it.
    STALE(Kind.CONFLICT),
    /// The step does not lead on from the state it is in.
    STATE(Kind.CONFLICT),
    /// A protected-person stop holds everything.
    STOPPED(Kind.CONFLICT),
    /// It has been done already.
    ALREADY(Kind.CONFLICT),
    /// A gate is shut: a check, a fact, a document or a review is missing.
    GATE(Kind.INCOMPLETE),
    /// What it rests on is too old.
    EXPIRED(Kind.INCOMPLETE),
    /// A field is empty, too long or not understood.
    INPUT(Kind.INCOMPLETE),
    /// More than a stated limit.
    LIMIT(Kind.INCOMPLETE),
    /// Not known to this person.
    NOT_FOUND(Kind.UNKNOWN);

    private final Kind kind;

    Code(Kind kind) {
      this.kind = kind;
    }

    /// What kind of refusal this code is.
    public Kind kind() {
      return kind;
    }
  }

  private final Code code;

  Refusal(Code code) {
    this.code = code;
  }

  @Override
  public Code code() {
    return code;
  }
}
