package org.ridgeline.exchange.answer;

/// What an answer says, in the words of the API. A submitter never sees `HIT` for the immigration
/// repository: a machine match there is `PENDING` until people have decided.
public enum Outcome {
  HIT("hit"),
  NO_HIT("no-hit"),
  PENDING("pending"),
  NOT_ACTIVE("not-active"),
  ERROR("error"),
  /// People have decided; what, the answer's text says.
  DETERMINED("determined"),
  /// What was asked for was done: images on record were sent, or new ones taken.
  FULFILLED("fulfilled"),
  /// The submission was refused.
  REFUSED("refused");

  private final String key;

  Outcome(String key) {
    this.key = key;
  }

  /// The word in JSON.
  public String key() {
    return key;
  }
}
