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
  Refusal.Code code();
}
