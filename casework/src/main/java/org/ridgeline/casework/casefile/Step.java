package org.ridgeline.casework.casefile;

import org.ridgeline.casework.desk.Term;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;

/// Something that is done with a case and may move it. [Transitions] says when and by whom.
/// - **Shape** `words` on the button or in the timeline; `done` what a page says afterwards
public enum Step implements Term {
  /// The prints go before the examiners.
  REQUEST_VERIFICATION("sent to the examiners", Known.CASE_REQUEST_VERIFICATION),
  /// Two examiners: it is the person.
  SETTLE_IDENTIFIED("examiners: same person", Known.CASE_SETTLE_IDENTIFIED),
  /// Two examiners: it is not.
  SETTLE_EXCLUDED("examiners: not the person", Known.CASE_SETTLE_EXCLUDED),
  /// The examiners cannot tell.
  SETTLE_INCONCLUSIVE("examiners: cannot tell", Known.CASE_SETTLE_INCONCLUSIVE),
  /// Examiners shall look again.
  VERIFY_AGAIN("have the prints verified again", Known.CASE_VERIFY_AGAIN),
  /// Nothing follows from prints that nobody can tell.
  CLOSE_INCONCLUSIVE("close without action", Known.CASE_CLOSE_INCONCLUSIVE),
  /// All checks are run.
  FINISH_CITIZENSHIP("finish the citizenship review", Known.CASE_FINISH_CITIZENSHIP),
  /// Facts, documents and interview are there.
  FINISH_FACTS("finish the facts", Known.CASE_FINISH_FACTS),
  /// Back to the citizenship review, or from ready to the facts.
  TAKE_BACK("take back one stage", Known.CASE_TAKE_BACK),
  /// The hit has expired: examiners look again.
  RENEW("have the hit verified again", Known.CASE_RENEW),
  /// The one signature that is needed.
  SIGN("sign the determination", Known.CASE_SIGN),
  /// The first of two signatures.
  SIGN_FIRST("sign the determination, first of two", Known.CASE_SIGN_FIRST),
  /// The second, by somebody else.
  COUNTERSIGN("sign second", Known.CASE_COUNTERSIGN),
  /// The second person does not sign.
  RETURN("return without signing", Known.CASE_RETURN),
  /// The answer is out, nothing follows.
  ANSWER_AND_CLOSE("second answer sent, case closed", Known.CASE_ANSWER_AND_CLOSE),
  /// The answer is out, notice of release was asked for.
  ANSWER_AND_NOTIFY("second answer sent, notice requested", Known.CASE_ANSWER_AND_NOTIFY),
  /// The answer is out, a prosecutor decides.
  ANSWER_AND_REFER("second answer sent, referred to prosecutor", Known.CASE_ANSWER_AND_REFER),
  /// The custody clock takes over.
  WATCH_CUSTODY("watch custody", Known.CASE_WATCH_CUSTODY),
  /// What became of it is known.
  CLOSE_WITH_OUTCOME("close with outcome", Known.CASE_CLOSE_WITH_OUTCOME),
  /// Something was wrong: begin again from the citizenship review.
  REOPEN("reopen", Known.CASE_REOPEN),
  /// Somebody is protected.
  STOP("stop: protected person", Known.CASE_STOP),
  /// The stop is lifted.
  RELEASE_STOP("release the stop", Known.CASE_RELEASE_STOP),
  /// The stop stands, the case ends.
  CLOSE_STOPPED("close because of the stop", Known.CASE_CLOSE_STOPPED);

  private final String words;
  private final Action action;

  Step(String words, Action action) {
    this.words = words;
    this.action = action;
  }

  @Override
  public String key() {
    return "step." + name();
  }

  /// The step as people read it.
  @Override
  public String words() {
    return words;
  }

  /// The action in the ledger.
  public Action action() {
    return action;
  }
}
