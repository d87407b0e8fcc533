package org.ridgeline.casework.evidence;

import org.ridgeline.casework.desk.Term;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;

/// One of the five questions whether somebody is a citizen. None may be left unasked.
/// - **Shape** `words` as a sentence says it; `how` where the answer is looked for
public enum CitizenshipCheck implements Term {
  /// Was the person naturalised?
  NATURALISATION(
      "naturalisation index",
      "Search the naturalisation index under every name on the case.",
      Known.EVIDENCE_CHECK_NATURALISATION),
  /// Is the person a citizen through a parent, by birth abroad or later?
  DERIVED_OR_ACQUIRED(
      "derived or acquired citizenship",
      "Ask for the parents' citizenship and residence; check the dates against the law.",
      Known.EVIDENCE_CHECK_DERIVED_OR_ACQUIRED),
  /// Was a passport ever issued?
  PASSPORT(
      "passport record",
      "Search the passport records under every name on the case.",
      Known.EVIDENCE_CHECK_PASSPORT),
  /// What did the jail write down?
  JAIL_RECORD(
      "jail-recorded citizenship",
      "Read the citizenship the jail recorded at booking.",
      Known.EVIDENCE_CHECK_JAIL_RECORD),
  /// What does the person say?
  OWN_CLAIM(
      "person's own claim",
      "Ask the person, in a language they speak.",
      Known.EVIDENCE_CHECK_OWN_CLAIM);

  private final String words;
  private final String how;
  private final Action action;

  CitizenshipCheck(String words, String how, Action action) {
    this.words = words;
    this.how = how;
    this.action = action;
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

  /// The action in the ledger.
  public Action action() {
    return action;
  }

  /// How it is done.
  public String how() {
    return how;
  }
}
