package org.ridgeline.casework.desk;

/// What a room or a door refuses: a constant of an enum, with the rule that refuses it. Its words
/// stand in `refusals_*.properties` beside the enum: `NAME.what` says what is refused and why,
/// `NAME.todo` what to do instead; `{0}` and so on stand for the arguments of the refusal.
public interface Reason {
  /// Under what its words stand.
  String name();

  /// The enum beside which its words stand.
  Class<?> getDeclaringClass();

  /// The rule that refuses.
  Code code();

  /// What kind of refusal it is; the doors map it to a status.
  enum Kind {
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
  enum Code {
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
}
