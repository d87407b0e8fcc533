package org.ridgeline.casework.custody;

/// What the prosecutor and the court did with a referral, as people report it.
public enum ReferralStep {
  ACCEPTED("accepted by the prosecutor"),
  DECLINED("declined by the prosecutor"),
  CHARGED("charged"),
  DISMISSED("dismissed"),
  ACQUITTED("acquitted"),
  CONVICTED("convicted"),
  SENTENCED("sentenced"),
  SENTENCE_SERVED("sentence served"),
  AFTERWARDS("what happened afterwards");

  private final String words;

  ReferralStep(String words) {
    this.words = words;
  }

  /// As people read it.
  public String words() {
    return words;
  }
}
