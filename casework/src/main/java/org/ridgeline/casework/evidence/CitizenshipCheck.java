package org.ridgeline.casework.evidence;

import org.ridgeline.casework.desk.Term;

/// One of the five questions whether somebody is a citizen. None may be left unasked.
/// - **Shape** `words` as a sentence says it; `how` where the answer is looked for
public enum CitizenshipCheck implements Term {
  /// Was the person naturalised?
  NATURALISATION(
      "naturalisation index", "Search the naturalisation index under every name on the case."),
  /// Is the person a citizen through a parent, by birth abroad or later?
  DERIVED_OR_ACQUIRED(
      "derived or acquired citizenship",
      "Ask for the parents' citizenship and residence; check the dates against the law."),
  /// Was a passport ever issued?
  PASSPORT("passport record", "Search the passport records under every name on the case."),
  /// What did the jail write down?
  JAIL_RECORD("jail-recorded citizenship", "Read the citizenship the jail recorded at booking."),
  /// What does the person say?
  OWN_CLAIM("person's own claim", "Ask the person, in a language they speak.");

  private final String words;
  private final String how;

  CitizenshipCheck(String words, String how) {
    this.words = words;
    this.how = how;
  }

  @Override
  public String key() {
    return "check." + name();
  }

  /// The check's name in a sentence.
  @Override
  public String words() {
    return words;
  }

  /// How it is done.
  public String how() {
    return how;
  }
}
