package org.ridgeline.casework.casefile;

import java.util.Locale;
import org.ridgeline.casework.desk.Term;

/// Something that is done with a case and may move it. [Transitions] says when and by whom.
/// - **Shape** `words` on the button or in the timeline; `done` what a page says afterwards
public enum Step implements Term {
  /// The prints go before the examiners.
  REQUEST_VERIFICATION("sent to the examiners"),
  /// Two examiners: it is the person.
  SETTLE_IDENTIFIED("examiners: same person"),
  /// Two examiners: it is not.
  SETTLE_EXCLUDED("examiners: not the person"),
  /// The examiners cannot tell.
  SETTLE_INCONCLUSIVE("examiners: cannot tell"),
  /// Examiners shall look again.
  VERIFY_AGAIN("have the prints verified again"),
  /// Nothing follows from prints that nobody can tell.
  CLOSE_INCONCLUSIVE("close without action"),
  /// All checks are run.
  FINISH_CITIZENSHIP("finish the citizenship review"),
  /// Facts, documents and interview are there.
  FINISH_FACTS("finish the facts"),
  /// Back to the citizenship review, or from ready to the facts.
  TAKE_BACK("take back one stage"),
  /// The hit has expired: examiners look again.
  RENEW("have the hit verified again"),
  /// The one signature that is needed.
  SIGN("sign the determination"),
  /// The first of two signatures.
  SIGN_FIRST("sign the determination, first of two"),
  /// The second, by somebody else.
  COUNTERSIGN("sign second"),
  /// The second person does not sign.
  RETURN("return without signing"),
  /// The answer is out, nothing follows.
  ANSWER_AND_CLOSE("second answer sent, case closed"),
  /// The answer is out, notice of release was asked for.
  ANSWER_AND_NOTIFY("second answer sent, notice requested"),
  /// The answer is out, a prosecutor decides.
  ANSWER_AND_REFER("second answer sent, referred to prosecutor"),
  /// The custody clock takes over.
  WATCH_CUSTODY("watch custody"),
  /// What became of it is known.
  CLOSE_WITH_OUTCOME("close with outcome"),
  /// Something was wrong: begin again from the citizenship review.
  REOPEN("reopen"),
  /// Somebody is protected.
  STOP("stop: protected person"),
  /// The stop is lifted.
  RELEASE_STOP("release the stop"),
  /// The stop stands, the case ends.
  CLOSE_STOPPED("close because of the stop");

  private final String words;

  Step(String words) {
    this.words = words;
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
  public String action() {
    return "case." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
