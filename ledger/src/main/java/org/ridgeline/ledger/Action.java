package org.ridgeline.ledger;

import static org.ridgeline.ledger.Writer.ADMINISTRATOR;
import static org.ridgeline.ledger.Writer.APPROVER;
import static org.ridgeline.ledger.Writer.BOOKING_AGENCY;
import static org.ridgeline.ledger.Writer.EXAMINER;
import static org.ridgeline.ledger.Writer.OFFICE;
import static org.ridgeline.ledger.Writer.OFFICER;
import static org.ridgeline.ledger.Writer.OPERATOR;
import static org.ridgeline.ledger.Writer.PUBLIC;
import static org.ridgeline.ledger.Writer.REDRESS_OFFICER;
import static org.ridgeline.ledger.Writer.STATE_BUREAU;
import static org.ridgeline.ledger.Writer.SUPERVISOR;
import static org.ridgeline.ledger.Writer.SYSTEM;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ridgeline.ledger.Subject.Kind;

/// What an entry says was done. This version writes [Known] ones only; one that another version
/// wrote is kept as it is.
/// - **Source** docs/ledger-actions.md lists them for auditors; a test holds both equal
public sealed interface Action {
  /// The word in the ledger, like `case.open`.
  String key();

  /// What stands after the first dot.
  default String verb() {
    return key().substring(key().indexOf('.') + 1);
  }

  /// What stands before the first dot.
  default String family() {
    return key().substring(0, key().indexOf('.'));
  }

  /// The action of a key, whoever wrote it.
  /// - **Error** no words with dots: IllegalArgumentException
  static Action of(String key) {
    Action known = Known.BY_KEY.get(key);
    return known == null ? new Unknown(key) : known;
  }

  /// An action of an older or newer version.
  record Unknown(String key) implements Action {
    private static final Pattern FORM = Pattern.compile("[a-z]+(\\.[a-z-]+)+");
    private static final int CHARS_MAX = 60;

    public Unknown {
      if (key.length() > CHARS_MAX || !FORM.matcher(key).matches()) {
        throw new IllegalArgumentException("action=" + key + " expected words with dots");
      }
    }

    @Override
    public String toString() {
      return key;
    }
  }

  /// All that this version writes. A key once written is never given another meaning.
  /// - **Shape** `subjects` what such an entry is about; `says` in words; `writers` whose step it
  ///   is
  enum Known implements Action {
    SUBMISSION_ACCEPT(
        "submission.accept", Kind.SUBMISSION, "a submission was taken in", BOOKING_AGENCY),
    SUBMISSION_REFUSE(
        "submission.refuse",
        Kind.SUBMISSION,
        "a submission was refused, at the door or after it was read",
        BOOKING_AGENCY,
        SYSTEM),
    SUBMISSION_REPLAY(
        "submission.replay",
        Kind.SUBMISSION,
        "a sender sent again what it had sent before",
        BOOKING_AGENCY),
    SUBMISSION_READ(
        "submission.read",
        Kind.SUBMISSION,
        "a submission was looked at",
        ADMINISTRATOR,
        OPERATOR,
        BOOKING_AGENCY),
    SUBMISSION_LIST(
        "submission.list", Kind.AGENCY, "an agency looked at its submissions", BOOKING_AGENCY),
    PRINT_READ("print.read", Kind.SUBMISSION, "a print was looked at", ADMINISTRATOR, OPERATOR),
    SEARCH_DECIDE("search.decide", Kind.SUBMISSION, "a repository's search was decided", SYSTEM),
    ANSWER_MAKE("answer.make", Kind.SUBMISSION, "an answer was made", SYSTEM),
    ANSWER_ACKNOWLEDGE(
        "answer.acknowledge",
        Kind.SUBMISSION,
        "the agency's system said that it has an answer",
        BOOKING_AGENCY),
    LEAD_MAKE("lead.make", Kind.SUBMISSION, "a lead was made", SYSTEM),
    LEAD_READ("lead.read", Kind.SUBMISSION, "a lead was looked at", ADMINISTRATOR, OPERATOR),
    LEAD_ACKNOWLEDGE("lead.acknowledge", Kind.SUBMISSION, "somebody took a lead", OFFICE, OPERATOR),
    DISCLOSURE_MAKE(
        "disclosure.make",
        Set.of(Kind.SUBMISSION, Kind.CASE, Kind.REDRESS),
        "somebody outside was told something",
        SYSTEM),
    ACTIVATION_BEGIN(
        "activation.begin", Kind.AGENCY, "second searches begin for an agency", ADMINISTRATOR),
    ACTIVATION_END(
        "activation.end", Kind.AGENCY, "second searches end for an agency", ADMINISTRATOR),
    STATE_OPTION(
        "state.option",
        Kind.STATE,
        "a state chose whether second answers are passed on",
        STATE_BUREAU),
    RELAY_LIST("relay.list", Kind.STATE, "a bureau looked at what passed through it", STATE_BUREAU),
    RELAY_LIST_RETURNS(
        "relay.list-returns", Kind.STATE, "a bureau looked at what came back", STATE_BUREAU),
    OPERATOR_INVITE(
        "operator.invite", Kind.OPERATOR, "a link that makes an operator was made", ADMINISTRATOR),
    OPERATOR_ADMIT("operator.admit", Kind.OPERATOR, "an operator was made", ADMINISTRATOR),
    OPERATOR_LOGIN("operator.login", Kind.OPERATOR, "somebody logged in", OPERATOR),
    OPERATOR_LOCK(
        "operator.lock", Kind.OPERATOR, "a log-in was locked after wrong passwords", OPERATOR),
    OPERATOR_RELEASE(
        "operator.release", Kind.OPERATOR, "a locked operator may try again", ADMINISTRATOR),
    OPERATOR_PASSWORD(
        "operator.password", Kind.OPERATOR, "an operator got another password", ADMINISTRATOR),
    CASE_OPEN("case.open", Kind.CASE, "a case was opened", SYSTEM),
    CASE_JOIN("case.join", Kind.CASE, "a later booking joined a case", SYSTEM),
    CASE_BOOKING_IDENTIFIED(
        "case.booking-identified",
        Kind.CASE,
        "examiners: a joined booking is the same person",
        SYSTEM),
    CASE_BOOKING_EXCLUDED(
        "case.booking-excluded",
        Kind.CASE,
        "examiners: a joined booking is not the person",
        SYSTEM),
    CASE_BOOKING_INCONCLUSIVE(
        "case.booking-inconclusive",
        Kind.CASE,
        "examiners cannot tell of a joined booking",
        SYSTEM),
    CASE_READ("case.read", Kind.CASE, "a case was looked at", OFFICER, APPROVER, SUPERVISOR),
    CASE_READ_DOCUMENT(
        "case.read-document",
        Kind.CASE,
        "a document of a case was looked at",
        OFFICER,
        APPROVER,
        SUPERVISOR),
    CASE_ASSIGN(
        "case.assign", Kind.CASE, "a case was taken or handed on", OFFICER, APPROVER, SUPERVISOR),
    CASE_PURGE("case.purge", Kind.CASE, "what a case knew of the person was taken out", SYSTEM),
    CASE_REQUEST_VERIFICATION(
        "case.request-verification", Kind.CASE, "the prints went before the examiners", SYSTEM),
    CASE_SETTLE_IDENTIFIED(
        "case.settle-identified", Kind.CASE, "two examiners: the same person", SYSTEM),
    CASE_SETTLE_EXCLUDED(
        "case.settle-excluded", Kind.CASE, "two examiners: not the person", SYSTEM),
    CASE_SETTLE_INCONCLUSIVE(
        "case.settle-inconclusive", Kind.CASE, "the examiners cannot tell", SYSTEM),
    CASE_VERIFY_AGAIN("case.verify-again", Kind.CASE, "examiners shall look again", SUPERVISOR),
    CASE_CLOSE_INCONCLUSIVE(
        "case.close-inconclusive",
        Kind.CASE,
        "a case was closed since nobody can tell",
        SUPERVISOR),
    CASE_FINISH_CITIZENSHIP(
        "case.finish-citizenship", Kind.CASE, "all checks of citizenship are run", OFFICER),
    CASE_FINISH_FACTS(
        "case.finish-facts", Kind.CASE, "facts, documents and interview are there", OFFICER),
    CASE_TAKE_BACK("case.take-back", Kind.CASE, "a case went back one stage", OFFICER),
    CASE_RENEW("case.renew", Kind.CASE, "the hit shall be verified again", OFFICER, SUPERVISOR),
    CASE_SIGN("case.sign", Kind.CASE, "the one signature needed was given", OFFICER),
    CASE_SIGN_FIRST("case.sign-first", Kind.CASE, "the first of two signatures was given", OFFICER),
    CASE_COUNTERSIGN("case.countersign", Kind.CASE, "the second signature was given", APPROVER),
    CASE_RETURN("case.return", Kind.CASE, "the second person did not sign", APPROVER),
    CASE_ANSWER_AND_CLOSE(
        "case.answer-and-close",
        Kind.CASE,
        "the second answer went out, and the case is closed",
        SYSTEM),
    CASE_ANSWER_AND_NOTIFY(
        "case.answer-and-notify",
        Kind.CASE,
        "the second answer went out, and notice was asked for",
        SYSTEM),
    CASE_ANSWER_AND_REFER(
        "case.answer-and-refer",
        Kind.CASE,
        "the second answer went out, and a prosecutor decides",
        SYSTEM),
    CASE_WATCH_CUSTODY("case.watch-custody", Kind.CASE, "the custody clock took over", OFFICER),
    CASE_CLOSE_WITH_OUTCOME(
        "case.close-with-outcome",
        Kind.CASE,
        "a case was closed with what became of the person",
        OFFICER),
    CASE_REOPEN(
        "case.reopen", Kind.CASE, "a case began again from the citizenship review", SUPERVISOR),
    CASE_STOP(
        "case.stop",
        Kind.CASE,
        "a case was stopped to protect somebody",
        OFFICER,
        APPROVER,
        SUPERVISOR),
    CASE_RELEASE_STOP("case.release-stop", Kind.CASE, "a stop was lifted", SUPERVISOR),
    CASE_CLOSE_STOPPED(
        "case.close-stopped", Kind.CASE, "a case was closed because of its stop", SUPERVISOR),
    EVIDENCE_CHECK_NATURALISATION(
        "evidence.check-naturalisation",
        Kind.CASE,
        "the naturalisation index was searched",
        OFFICER),
    EVIDENCE_CHECK_DERIVED_OR_ACQUIRED(
        "evidence.check-derived-or-acquired",
        Kind.CASE,
        "citizenship through a parent was checked",
        OFFICER),
    EVIDENCE_CHECK_PASSPORT(
        "evidence.check-passport", Kind.CASE, "passport records were searched", OFFICER),
    EVIDENCE_CHECK_JAIL_RECORD(
        "evidence.check-jail-record",
        Kind.CASE,
        "what the jail wrote of citizenship was read",
        OFFICER),
    EVIDENCE_CHECK_OWN_CLAIM(
        "evidence.check-own-claim",
        Kind.CASE,
        "the person was asked for their citizenship",
        OFFICER),
    EVIDENCE_REVIEW_CITIZENSHIP(
        "evidence.review-citizenship", Kind.CASE, "a supervisor reviewed the checks", SUPERVISOR),
    EVIDENCE_STATE_FACT("evidence.state-fact", Kind.CASE, "a fact was stated", OFFICER),
    EVIDENCE_RECORD_INTERVIEW(
        "evidence.record-interview",
        Kind.CASE,
        "an interview, or why there was none, was recorded",
        OFFICER),
    EVIDENCE_ATTACH_DOCUMENT(
        "evidence.attach-document", Kind.CASE, "a document was attached", OFFICER),
    EVIDENCE_RECORD_DISPOSITION(
        "evidence.record-disposition",
        Kind.CASE,
        "a court's record of a charge was noted",
        OFFICER),
    EVIDENCE_NOTE_FACTOR(
        "evidence.note-factor", Kind.CASE, "a factor of the priority was noted", OFFICER),
    EVIDENCE_REVIEW_GANG_CLAIM(
        "evidence.review-gang-claim", Kind.CASE, "a supervisor reviewed a gang claim", SUPERVISOR),
    EVIDENCE_CONTEST_GANG_CLAIM(
        "evidence.contest-gang-claim",
        Kind.CASE,
        "the person objected to a gang claim",
        OFFICER,
        APPROVER,
        SUPERVISOR),
    POLICY_REPLAY(
        "policy.replay", Kind.POLICY, "stored cases were replayed under two tables", SUPERVISOR),
    VERIFICATION_REQUEST("verification.request", Kind.CASE, "a comparison was asked for", SYSTEM),
    VERIFICATION_WITHDRAW(
        "verification.withdraw", Kind.CASE, "a comparison is not needed any more", SYSTEM),
    VERIFICATION_UNREADABLE(
        "verification.unreadable",
        Kind.COMPARISON,
        "prints could not be read for a comparison",
        SYSTEM),
    VERIFICATION_CONFLICT(
        "verification.conflict", Kind.COMPARISON, "two examiners disagree", SYSTEM),
    VERIFICATION_SETTLE(
        "verification.settle",
        Set.of(Kind.CASE, Kind.COMPARISON),
        "a comparison was settled",
        SYSTEM),
    COMPARISON_TAKE(
        "comparison.take", Kind.COMPARISON, "somebody took a comparison", EXAMINER, SUPERVISOR),
    COMPARISON_SKIP(
        "comparison.skip", Kind.COMPARISON, "somebody put a comparison back", EXAMINER, SUPERVISOR),
    COMPARISON_TIME_OUT(
        "comparison.time-out",
        Kind.COMPARISON,
        "a comparison went back since its time was over",
        SYSTEM),
    COMPARISON_REVIEW(
        "comparison.review",
        Kind.COMPARISON,
        "a supervisor looked at a conflict they settled",
        SUPERVISOR),
    VERDICT_GIVE("verdict.give", Kind.COMPARISON, "a verdict was given", EXAMINER, SUPERVISOR),
    KNOWN_ADD("known.add", Kind.KNOWN_PAIR, "a pair whose truth is known was added", SYSTEM),
    KNOWN_RETIRE("known.retire", Kind.KNOWN_PAIR, "such a pair is not used any more", SYSTEM),
    KNOWN_PLANT("known.plant", Kind.COMPARISON, "such a pair was planted", SYSTEM),
    EXAMINER_OFF("examiner.off", Kind.EXAMINER, "an examiner was taken off the queue", SYSTEM),
    EXAMINER_REINSTATE(
        "examiner.reinstate", Kind.EXAMINER, "an examiner was brought back", SUPERVISOR),
    CUSTODY_OPEN("custody.open", Kind.CASE, "the custody of a case is followed", SYSTEM),
    CUSTODY_READ(
        "custody.read",
        Kind.CASE,
        "a custody was looked at",
        BOOKING_AGENCY,
        OFFICER,
        APPROVER,
        SUPERVISOR),
    CUSTODY_LIST("custody.list", Kind.AGENCY, "an agency looked at its custodies", BOOKING_AGENCY),
    CUSTODY_REPORT(
        "custody.report", Kind.CASE, "a milestone was reported", BOOKING_AGENCY, OFFICER),
    CUSTODY_CORRECT(
        "custody.correct", Kind.CASE, "a report was corrected", BOOKING_AGENCY, OFFICER),
    CUSTODY_HAND_OVER(
        "custody.hand-over", Kind.CASE, "a person was handed over", BOOKING_AGENCY, OFFICER),
    CUSTODY_RECEIPT(
        "custody.receipt",
        Kind.CASE,
        "a receipt of a hand-over was noted",
        BOOKING_AGENCY,
        OFFICER),
    CUSTODY_ALARM("custody.alarm", Kind.CASE, "an alarm of the custody clock was raised", SYSTEM),
    CUSTODY_LIMIT_ADD(
        "custody.limit-add", Kind.STATE, "a state's limit of holding got a version", ADMINISTRATOR),
    FACILITY_ADD("facility.add", Kind.FACILITY, "a facility was added", ADMINISTRATOR),
    FACILITY_CLOSE("facility.close", Kind.FACILITY, "a facility was closed", ADMINISTRATOR),
    PROGRAMME_ADD("programme.add", Kind.PROGRAMME, "a programme was added", ADMINISTRATOR),
    OUTCOME_RECORD(
        "outcome.record", Kind.CASE, "what became of a person was recorded", OFFICER, SYSTEM),
    REFERRAL_MAKE("referral.make", Kind.CASE, "a case was referred to a prosecutor", OFFICER),
    REFERRAL_FOLLOW(
        "referral.follow", Kind.CASE, "what the prosecutor or the court did was recorded", OFFICER),
    REDRESS_OPEN("redress.open", Kind.REDRESS, "somebody complained or asked to correct", PUBLIC),
    REDRESS_READ("redress.read", Kind.REDRESS, "an item of redress was looked at", REDRESS_OFFICER),
    REDRESS_ACKNOWLEDGE(
        "redress.acknowledge",
        Kind.REDRESS,
        "the person was told that it is read",
        REDRESS_OFFICER),
    REDRESS_VERIFY("redress.verify", Kind.REDRESS, "it was made sure who writes", REDRESS_OFFICER),
    REDRESS_LINK("redress.link", Kind.REDRESS, "an item was linked to its case", REDRESS_OFFICER),
    REDRESS_DECIDE("redress.decide", Kind.REDRESS, "an item was decided", REDRESS_OFFICER),
    REDRESS_ACCESS_LOG(
        "redress.access-log", Kind.REDRESS, "a person's own access log was drawn", REDRESS_OFFICER),
    REDRESS_ESCALATE("redress.escalate", Kind.REDRESS, "a deadline of redress passed", SYSTEM),
    CORRECTION_SEND("correction.send", Kind.REDRESS, "a notice of a correction was made", SYSTEM),
    CORRECTION_ACKNOWLEDGE(
        "correction.acknowledge", Kind.REDRESS, "a recipient has a notice", SYSTEM),
    CORRECTION_ALARM(
        "correction.alarm", Kind.REDRESS, "nobody acknowledged a notice in time", SYSTEM);

    private static final Map<String, Action> BY_KEY = new HashMap<>();

    static {
      for (Known one : values()) {
        BY_KEY.put(one.key, one);
      }
    }

    private final String key;
    private final Set<Kind> subjects;
    private final String says;
    private final List<Writer> writers;

    Known(String key, Kind subject, String says, Writer... writers) {
      this(key, Set.of(subject), says, writers);
    }

    Known(String key, Set<Kind> subjects, String says, Writer... writers) {
      this.key = key;
      this.subjects = subjects;
      this.says = says;
      this.writers = List.of(writers);
    }

    @Override
    public String key() {
      return key;
    }

    /// What such an entry is about.
    public Set<Kind> subjects() {
      return subjects;
    }

    /// What it says, in words.
    public String says() {
      return says;
    }

    /// Whose step it is.
    public List<Writer> writers() {
      return writers;
    }

    @Override
    public String toString() {
      return key;
    }
  }
}
