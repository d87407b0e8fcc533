package org.ridgeline.ledger;

import static org.ridgeline.ledger.Subject.Kind.AGENCY;
import static org.ridgeline.ledger.Subject.Kind.AMENDMENT;
import static org.ridgeline.ledger.Subject.Kind.CASE;
import static org.ridgeline.ledger.Subject.Kind.COMPARISON;
import static org.ridgeline.ledger.Subject.Kind.DOOR;
import static org.ridgeline.ledger.Subject.Kind.EXPORT;
import static org.ridgeline.ledger.Subject.Kind.FACILITY;
import static org.ridgeline.ledger.Subject.Kind.KNOWN_PAIR;
import static org.ridgeline.ledger.Subject.Kind.LEDGER;
import static org.ridgeline.ledger.Subject.Kind.PERSON;
import static org.ridgeline.ledger.Subject.Kind.POLICY;
import static org.ridgeline.ledger.Subject.Kind.PROGRAMME;
import static org.ridgeline.ledger.Subject.Kind.RECORD;
import static org.ridgeline.ledger.Subject.Kind.REDRESS;
import static org.ridgeline.ledger.Subject.Kind.REPOSITORY;
import static org.ridgeline.ledger.Subject.Kind.RETENTION;
import static org.ridgeline.ledger.Subject.Kind.SETTINGS;
import static org.ridgeline.ledger.Subject.Kind.STATE;
import static org.ridgeline.ledger.Subject.Kind.SUBMISSION;
import static org.ridgeline.ledger.Writer.ADMINISTRATOR;
import static org.ridgeline.ledger.Writer.APPROVER;
import static org.ridgeline.ledger.Writer.BOOKING_AGENCY;
import static org.ridgeline.ledger.Writer.EXAMINER;
import static org.ridgeline.ledger.Writer.OFFICE;
import static org.ridgeline.ledger.Writer.OFFICER;
import static org.ridgeline.ledger.Writer.OPERATOR;
import static org.ridgeline.ledger.Writer.OVERSIGHT;
import static org.ridgeline.ledger.Writer.OWNER;
import static org.ridgeline.ledger.Writer.PUBLIC;
import static org.ridgeline.ledger.Writer.QUALITY;
import static org.ridgeline.ledger.Writer.RECORDS_OFFICER;
import static org.ridgeline.ledger.Writer.REDRESS_OFFICER;
import static org.ridgeline.ledger.Writer.STATE_BUREAU;
import static org.ridgeline.ledger.Writer.SUPERVISOR;
import static org.ridgeline.ledger.Writer.SYSTEM;

import java.util.List;
import java.util.Set;
import org.ridgeline.ledger.Subject.Kind;

/// What an entry says was done. This version writes [Listed] ones only; one that another version
/// wrote is kept as it is.
/// - **Source** docs/ledger-actions.md lists them for auditors; a test holds both equal
public interface Action {
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

  /// One that this version writes. A key once written is never given another meaning.
  interface Listed extends Action {
    /// What such an entry is about.
    Set<Kind> subjects();

    /// What it says, in words.
    String says();

    /// Whose step it is.
    List<Writer> writers();
  }

  /// What is written of submissions, cases and whoever has access; [RegisterAction] and
  /// [KeepingAction] have the rest.
  enum Known implements Listed {
    SUBMISSION_ACCEPT("submission.accept", SUBMISSION, "a submission was taken in", BOOKING_AGENCY),
    SUBMISSION_REFUSE(
        "submission.refuse", SUBMISSION, "a submission was refused", BOOKING_AGENCY, SYSTEM),
    SUBMISSION_REPLAY("submission.replay", SUBMISSION, "a sender sent it again", BOOKING_AGENCY),
    SUBMISSION_READ(
        "submission.read",
        SUBMISSION,
        "a submission was looked at",
        ADMINISTRATOR,
        OPERATOR,
        BOOKING_AGENCY),
    SUBMISSION_LIST("submission.list", AGENCY, "an agency looked at its own", BOOKING_AGENCY),
    PRINT_READ(
        "print.read", SUBMISSION, "a print was looked at", ADMINISTRATOR, OPERATOR, SUPERVISOR),
    PRINT_DRAW("print.draw", SUBMISSION, "a person's images were drawn for an agency", SYSTEM),
    SEARCH_DECIDE("search.decide", SUBMISSION, "a repository's search was decided", SYSTEM),
    SUBMISSION_PURGE("submission.purge", SUBMISSION, "its person's data was taken out", SYSTEM),
    QUALITY_HOLD("quality.hold", SUBMISSION, "a card is held for a person to look at it", SYSTEM),
    QUALITY_TAKE("quality.take", SUBMISSION, "somebody took a held card", QUALITY),
    QUALITY_RELEASE("quality.release", SUBMISSION, "somebody put it back", QUALITY),
    QUALITY_READ("quality.read", SUBMISSION, "a held card was looked at", QUALITY),
    QUALITY_SEARCH("quality.search", SUBMISSION, "it goes on, with these corrections", QUALITY),
    QUALITY_REFUSE("quality.refuse", SUBMISSION, "a person refused it", QUALITY),
    QUALITY_EXPIRE("quality.expire", SUBMISSION, "nobody decided in time: it goes on", SYSTEM),
    RETENTION_RUN(
        "retention.run", RETENTION, "the rules of retention were applied", SYSTEM, ADMINISTRATOR),
    RETENTION_HOLD(
        "retention.hold", Set.of(CASE, SUBMISSION), "something is under a hold", ADMINISTRATOR),
    RETENTION_RELEASE(
        "retention.release", Set.of(CASE, SUBMISSION), "a hold was released", ADMINISTRATOR),
    ANSWER_MAKE("answer.make", SUBMISSION, "an answer was made", SYSTEM),
    ANSWER_ACKNOWLEDGE(
        "answer.acknowledge", SUBMISSION, "the agency has an answer", BOOKING_AGENCY),
    LEAD_MAKE("lead.make", SUBMISSION, "a lead was made", SYSTEM),
    LEAD_READ("lead.read", SUBMISSION, "a lead was looked at", ADMINISTRATOR, OPERATOR),
    LEAD_ACKNOWLEDGE("lead.acknowledge", SUBMISSION, "somebody took a lead", OFFICE, OPERATOR),
    DISCLOSURE_MAKE(
        "disclosure.make",
        Set.of(SUBMISSION, CASE, REDRESS),
        "somebody outside was told something",
        SYSTEM),
    ACTIVATION_BEGIN(
        "activation.begin", AGENCY, "second searches begin for an agency", ADMINISTRATOR),
    ACTIVATION_END("activation.end", AGENCY, "second searches end for an agency", ADMINISTRATOR),
    AGENCY_ADD("agency.add", AGENCY, "an agency was added", ADMINISTRATOR),
    AGENCY_CHANGE("agency.change", AGENCY, "an agency's data changed", ADMINISTRATOR),
    AGENCY_DISABLE("agency.disable", AGENCY, "an agency has no access", ADMINISTRATOR),
    AGENCY_ENABLE("agency.enable", AGENCY, "it has access again", ADMINISTRATOR),
    AGENCY_ROTATE_TOKEN("agency.rotate-token", AGENCY, "an agency got a token", ADMINISTRATOR),
    AGENCY_END_TOKENS("agency.end-tokens", AGENCY, "an agency's tokens end", ADMINISTRATOR),
    AGENCY_REMOVE("agency.remove", AGENCY, "an unused agency is gone", ADMINISTRATOR),
    AGENCY_PERMIT("agency.permit", AGENCY, "an agency may send under another ORI", ADMINISTRATOR),
    AGENCY_REVOKE_PERMIT(
        "agency.revoke-permit", AGENCY, "such a permit is taken back", ADMINISTRATOR),
    AGENCY_PERMIT_SERVICE(
        "agency.permit-service", AGENCY, "an agency may ask for a service", ADMINISTRATOR),
    AGENCY_REVOKE_SERVICE(
        "agency.revoke-service", AGENCY, "an agency may not ask for it any more", ADMINISTRATOR),
    AGENCY_PERMIT_COPY(
        "agency.permit-copy", AGENCY, "copies of its answers may go to another", ADMINISTRATOR),
    AGENCY_REVOKE_COPY(
        "agency.revoke-copy", AGENCY, "copies of them go there no more", ADMINISTRATOR),
    AGENCY_ADD_CERTIFICATE("agency.add-certificate", AGENCY, "it has a certificate", ADMINISTRATOR),
    AGENCY_REMOVE_CERTIFICATE(
        "agency.remove-certificate", AGENCY, "that certificate is nobody's", ADMINISTRATOR),
    AGENCY_REQUIRE_CERTIFICATE(
        "agency.require-certificate", AGENCY, "if it needs token and certificate", ADMINISTRATOR),
    BUREAU_ADD("bureau.add", STATE, "a state's agencies may send under a bureau", ADMINISTRATOR),
    BUREAU_REMOVE("bureau.remove", STATE, "they may not do so any more", ADMINISTRATOR),
    OFFICE_ADD("office.add", Kind.OFFICE, "a reviewing office was added", ADMINISTRATOR),
    OFFICE_CHANGE("office.change", Kind.OFFICE, "an office changed", ADMINISTRATOR),
    OFFICE_DISABLE("office.disable", Kind.OFFICE, "an office has no access", ADMINISTRATOR),
    OFFICE_ENABLE("office.enable", Kind.OFFICE, "it has access again", ADMINISTRATOR),
    OFFICE_ROTATE_TOKEN("office.rotate-token", Kind.OFFICE, "an office got a token", ADMINISTRATOR),
    OFFICE_END_TOKENS("office.end-tokens", Kind.OFFICE, "an office's tokens end", ADMINISTRATOR),
    OFFICE_REMOVE("office.remove", Kind.OFFICE, "an unused office is gone", ADMINISTRATOR),
    OWNER_ADD_TOKEN("owner.add-token", REPOSITORY, "an owner got a token", ADMINISTRATOR),
    OWNER_REMOVE_TOKEN("owner.remove-token", REPOSITORY, "an owner's token is gone", ADMINISTRATOR),
    STATE_OPTION("state.option", STATE, "a state chose if answers are passed on", STATE_BUREAU),
    RELAY_LIST("relay.list", STATE, "a bureau looked at what passed through it", STATE_BUREAU),
    RELAY_LIST_RETURNS(
        "relay.list-returns", STATE, "a bureau looked at what came back", STATE_BUREAU),
    OPERATOR_INVITE(
        "operator.invite", Kind.OPERATOR, "a link that makes an operator was made", ADMINISTRATOR),
    OPERATOR_ADMIT("operator.admit", Kind.OPERATOR, "an operator was made", ADMINISTRATOR),
    OPERATOR_LOGIN("operator.login", Kind.OPERATOR, "somebody logged in", OPERATOR),
    OPERATOR_LOCK(
        "operator.lock", Kind.OPERATOR, "a log-in was locked after wrong passwords", OPERATOR),
    OPERATOR_RELEASE("operator.release", Kind.OPERATOR, "they may try again", ADMINISTRATOR),
    OPERATOR_PASSWORD(
        "operator.password", Kind.OPERATOR, "they got another password", ADMINISTRATOR, OPERATOR),
    OPERATOR_LOGIN_FAIL("operator.login-fail", Kind.OPERATOR, "somebody was not let in", PUBLIC),
    OPERATOR_CHANGE_ROLE(
        "operator.change-role", Kind.OPERATOR, "they got another role", ADMINISTRATOR),
    OPERATOR_DISABLE("operator.disable", Kind.OPERATOR, "nobody logs in as this", ADMINISTRATOR),
    OPERATOR_ENABLE("operator.enable", Kind.OPERATOR, "they may log in again", ADMINISTRATOR),
    OPERATOR_EXPIRE("operator.expire", Kind.OPERATOR, "their access got an end", ADMINISTRATOR),
    OPERATOR_REMOVE("operator.remove", Kind.OPERATOR, "an operator is gone", ADMINISTRATOR),
    OPERATOR_RESET("operator.reset", Kind.OPERATOR, "a link for another password", ADMINISTRATOR),
    ACCESS_DENY("access.deny", DOOR, "somebody was refused, so many times", Writer.values()),
    SETTINGS_STAND("settings.stand", SETTINGS, "a server began with these settings", SYSTEM),
    CASE_OPEN("case.open", CASE, "a case was opened", SYSTEM),
    CASE_JOIN("case.join", CASE, "a later booking joined a case", SYSTEM),
    CASE_BOOKING_IDENTIFIED(
        "case.booking-identified", CASE, "a joined booking is the same person", SYSTEM),
    CASE_BOOKING_EXCLUDED(
        "case.booking-excluded", CASE, "a joined booking is not the person", SYSTEM),
    CASE_BOOKING_INCONCLUSIVE(
        "case.booking-inconclusive", CASE, "examiners cannot tell of a joined booking", SYSTEM),
    CASE_READ("case.read", CASE, "a case was looked at", OFFICER, APPROVER, SUPERVISOR),
    CASE_REPLAY("case.replay", CASE, "oversight replayed a case, not knowing whose", OVERSIGHT),
    CASE_EXPORT("case.export", CASE, "a case file was taken out", OFFICER, APPROVER, SUPERVISOR),
    CASE_READ_DOCUMENT(
        "case.read-document",
        CASE,
        "a document of a case was looked at",
        OFFICER,
        APPROVER,
        SUPERVISOR),
    CASE_ASSIGN(
        "case.assign", CASE, "a case was taken or handed on", OFFICER, APPROVER, SUPERVISOR),
    CASE_PURGE("case.purge", CASE, "what a case knew of the person was taken out", SYSTEM),
    CASE_PURGE_HELD("case.purge-held", CASE, "a purge of a case waits for a hold", SYSTEM),
    CASE_REQUEST_VERIFICATION(
        "case.request-verification", CASE, "the prints went before the examiners", SYSTEM),
    CASE_SETTLE_IDENTIFIED(
        "case.settle-identified", CASE, "two examiners: the same person", SYSTEM),
    CASE_SETTLE_EXCLUDED("case.settle-excluded", CASE, "two examiners: not the person", SYSTEM),
    CASE_SETTLE_INCONCLUSIVE("case.settle-inconclusive", CASE, "the examiners cannot tell", SYSTEM),
    CASE_VERIFY_AGAIN("case.verify-again", CASE, "examiners shall look again", SUPERVISOR),
    CASE_CLOSE_INCONCLUSIVE(
        "case.close-inconclusive", CASE, "a case was closed since nobody can tell", SUPERVISOR),
    CASE_FINISH_CITIZENSHIP(
        "case.finish-citizenship", CASE, "all checks of citizenship are run", OFFICER),
    CASE_FINISH_FACTS("case.finish-facts", CASE, "facts, documents, interview are there", OFFICER),
    CASE_TAKE_BACK("case.take-back", CASE, "a case went back one stage", OFFICER),
    CASE_RENEW("case.renew", CASE, "the hit shall be verified again", OFFICER, SUPERVISOR),
    CASE_SIGN("case.sign", CASE, "the one signature needed was given", OFFICER),
    CASE_SIGN_FIRST("case.sign-first", CASE, "the first of two signatures was given", OFFICER),
    CASE_COUNTERSIGN("case.countersign", CASE, "the second signature was given", APPROVER),
    CASE_RETURN("case.return", CASE, "the second person did not sign", APPROVER),
    CASE_ANSWER_AND_CLOSE(
        "case.answer-and-close", CASE, "the answer went out, the case is closed", SYSTEM),
    CASE_ANSWER_AND_NOTIFY(
        "case.answer-and-notify", CASE, "the answer went out, notice was asked for", SYSTEM),
    CASE_ANSWER_AND_REFER(
        "case.answer-and-refer", CASE, "the answer went out, a prosecutor decides", SYSTEM),
    CASE_WATCH_CUSTODY("case.watch-custody", CASE, "the custody clock took over", OFFICER),
    CASE_CLOSE_WITH_OUTCOME(
        "case.close-with-outcome", CASE, "closed with what became of the person", OFFICER),
    CASE_REOPEN("case.reopen", CASE, "a case began again from the citizenship review", SUPERVISOR),
    CASE_STOP(
        "case.stop", CASE, "a case was stopped to protect somebody", OFFICER, APPROVER, SUPERVISOR),
    CASE_RELEASE_STOP("case.release-stop", CASE, "a stop was lifted", SUPERVISOR),
    CASE_CLOSE_STOPPED(
        "case.close-stopped", CASE, "a case was closed because of its stop", SUPERVISOR),
    EVIDENCE_CHECK_NATURALISATION(
        "evidence.check-naturalisation", CASE, "the naturalisation index was searched", OFFICER),
    EVIDENCE_CHECK_DERIVED_OR_ACQUIRED(
        "evidence.check-derived-or-acquired", CASE, "a parent's citizenship was checked", OFFICER),
    EVIDENCE_CHECK_PASSPORT("evidence.check-passport", CASE, "passport records searched", OFFICER),
    EVIDENCE_CHECK_JAIL_RECORD(
        "evidence.check-jail-record", CASE, "what the jail wrote of citizenship was read", OFFICER),
    EVIDENCE_CHECK_OWN_CLAIM(
        "evidence.check-own-claim", CASE, "the person was asked for their citizenship", OFFICER),
    EVIDENCE_REVIEW_CITIZENSHIP(
        "evidence.review-citizenship", CASE, "a supervisor reviewed the checks", SUPERVISOR),
    EVIDENCE_STATE_FACT("evidence.state-fact", CASE, "a fact was stated", OFFICER),
    EVIDENCE_RECORD_INTERVIEW(
        "evidence.record-interview", CASE, "an interview, or why none, was recorded", OFFICER),
    EVIDENCE_ATTACH_DOCUMENT("evidence.attach-document", CASE, "a document was attached", OFFICER),
    EVIDENCE_RECORD_DISPOSITION(
        "evidence.record-disposition", CASE, "a court's record of a charge was noted", OFFICER),
    EVIDENCE_NOTE_FACTOR("evidence.note-factor", CASE, "a factor of priority was noted", OFFICER),
    EVIDENCE_REVIEW_GANG_CLAIM(
        "evidence.review-gang-claim", CASE, "a supervisor reviewed a gang claim", SUPERVISOR),
    EVIDENCE_CONTEST_GANG_CLAIM(
        "evidence.contest-gang-claim",
        CASE,
        "the person objected to a gang claim",
        OFFICER,
        APPROVER,
        SUPERVISOR),
    POLICY_REPLAY("policy.replay", POLICY, "cases were replayed under two tables", SUPERVISOR),
    VERIFICATION_REQUEST("verification.request", CASE, "a comparison was asked for", SYSTEM),
    VERIFICATION_WITHDRAW(
        "verification.withdraw", CASE, "a comparison is not needed any more", SYSTEM),
    VERIFICATION_UNREADABLE(
        "verification.unreadable", COMPARISON, "prints could not be read for a comparison", SYSTEM),
    VERIFICATION_CONFLICT("verification.conflict", COMPARISON, "two examiners disagree", SYSTEM),
    VERIFICATION_SETTLE(
        "verification.settle", Set.of(CASE, COMPARISON), "a comparison was settled", SYSTEM),
    COMPARISON_TAKE(
        "comparison.take", COMPARISON, "somebody took a comparison", EXAMINER, SUPERVISOR),
    COMPARISON_SKIP(
        "comparison.skip", COMPARISON, "somebody put a comparison back", EXAMINER, SUPERVISOR),
    COMPARISON_TIME_OUT(
        "comparison.time-out", COMPARISON, "one went back since its time was over", SYSTEM),
    COMPARISON_REVIEW(
        "comparison.review",
        COMPARISON,
        "a supervisor looked at a conflict they settled",
        SUPERVISOR),
    VERDICT_GIVE("verdict.give", COMPARISON, "a verdict was given", EXAMINER, SUPERVISOR),
    KNOWN_ADD("known.add", KNOWN_PAIR, "a pair whose truth is known was added", SYSTEM),
    KNOWN_RETIRE("known.retire", KNOWN_PAIR, "such a pair is not used any more", SYSTEM),
    KNOWN_PURGE("known.purge", KNOWN_PAIR, "the prints of such a pair were taken out", SYSTEM),
    KNOWN_PLANT("known.plant", COMPARISON, "such a pair was planted", SYSTEM),
    EXAMINER_OFF("examiner.off", Kind.EXAMINER, "an examiner was taken off the queue", SYSTEM),
    EXAMINER_REINSTATE(
        "examiner.reinstate", Kind.EXAMINER, "an examiner was brought back", SUPERVISOR),
    CUSTODY_OPEN("custody.open", CASE, "the custody of a case is followed", SYSTEM),
    CUSTODY_READ(
        "custody.read",
        CASE,
        "a custody was looked at",
        BOOKING_AGENCY,
        OFFICER,
        APPROVER,
        SUPERVISOR),
    CUSTODY_LIST("custody.list", AGENCY, "an agency looked at its custodies", BOOKING_AGENCY),
    CUSTODY_REPORT("custody.report", CASE, "a milestone was reported", BOOKING_AGENCY, OFFICER),
    CUSTODY_CORRECT("custody.correct", CASE, "a report was corrected", BOOKING_AGENCY, OFFICER),
    CUSTODY_HAND_OVER(
        "custody.hand-over", CASE, "a person was handed over", BOOKING_AGENCY, OFFICER),
    CUSTODY_RECEIPT(
        "custody.receipt", CASE, "a receipt of a hand-over was noted", BOOKING_AGENCY, OFFICER),
    CUSTODY_ALARM("custody.alarm", CASE, "an alarm of the custody clock was raised", SYSTEM),
    CUSTODY_LIMIT_ADD(
        "custody.limit-add", STATE, "a state's limit of holding got a version", ADMINISTRATOR),
    FACILITY_ADD("facility.add", FACILITY, "a facility was added", ADMINISTRATOR),
    FACILITY_CLOSE("facility.close", FACILITY, "a facility was closed", ADMINISTRATOR),
    PROGRAMME_ADD("programme.add", PROGRAMME, "a programme was added", ADMINISTRATOR),
    OUTCOME_RECORD("outcome.record", CASE, "what became of a person was recorded", OFFICER, SYSTEM),
    REFERRAL_MAKE("referral.make", CASE, "a case was referred to a prosecutor", OFFICER),
    REFERRAL_FOLLOW(
        "referral.follow", CASE, "what the prosecutor or the court did was recorded", OFFICER),
    REDRESS_OPEN("redress.open", REDRESS, "somebody complained or asked to correct", PUBLIC),
    REDRESS_READ("redress.read", REDRESS, "an item of redress was looked at", REDRESS_OFFICER),
    REDRESS_ACKNOWLEDGE(
        "redress.acknowledge", REDRESS, "the person was told that it is read", REDRESS_OFFICER),
    REDRESS_VERIFY("redress.verify", REDRESS, "it was made sure who writes", REDRESS_OFFICER),
    REDRESS_LINK("redress.link", REDRESS, "an item was linked to its case", REDRESS_OFFICER),
    REDRESS_DECIDE("redress.decide", REDRESS, "an item was decided", REDRESS_OFFICER),
    REDRESS_ACCESS_LOG(
        "redress.access-log", REDRESS, "a person's own access log was drawn", REDRESS_OFFICER),
    REDRESS_PURGE("redress.purge", REDRESS, "what a person wrote was taken out", SYSTEM),
    REDRESS_ESCALATE("redress.escalate", REDRESS, "a deadline of redress passed", SYSTEM),
    CORRECTION_SEND("correction.send", REDRESS, "a notice of a correction was made", SYSTEM),
    CORRECTION_ACKNOWLEDGE("correction.acknowledge", REDRESS, "a recipient has a notice", SYSTEM),
    CORRECTION_ALARM("correction.alarm", REDRESS, "nobody acknowledged a notice in time", SYSTEM),
    AMENDMENT_LIST("amendment.list", REPOSITORY, "amendments looked at", RECORDS_OFFICER, SYSTEM),
    AMENDMENT_ASK(
        "amendment.ask", AMENDMENT, "a change of who is who was asked for", RECORDS_OFFICER),
    AMENDMENT_APPROVE("amendment.approve", AMENDMENT, "a second person approves", RECORDS_OFFICER),
    AMENDMENT_DECLINE("amendment.decline", AMENDMENT, "a second person declined", RECORDS_OFFICER),
    AMENDMENT_APPLY("amendment.apply", AMENDMENT, "it was done", SYSTEM),
    ENCOUNTER_EXPIRE("encounter.expire", Kind.ENCOUNTER, "an encounter went by its age", SYSTEM),
    EXPORT_PROPOSE("export.propose", EXPORT, "a whole repository shall go out", RECORDS_OFFICER),
    EXPORT_AGREE("export.agree", EXPORT, "a second person agrees", RECORDS_OFFICER),
    EXPORT_REFUSE("export.refuse", EXPORT, "an export is refused, or stopped", RECORDS_OFFICER),
    EXPORT_START("export.start", EXPORT, "its files are written, or it goes on", SYSTEM),
    EXPORT_END("export.end", EXPORT, "all is written, so much of it", SYSTEM),
    REPOSITORY_IMPORT(
        "repository.import",
        Set.of(PERSON, REPOSITORY),
        "an owner adds a file; whose it was",
        OWNER,
        SYSTEM),
    REPOSITORY_RENEW(
        "repository.renew", REPOSITORY, "templates are made anew from stored images", SYSTEM),
    REPOSITORY_SWEEP("repository.sweep", REPOSITORY, "what deleted rows leave was taken", SYSTEM),
    REPOSITORY_PROVE("repository.prove", REPOSITORY, "what should be gone is sought", SYSTEM),
    RECORD_KEEP("record.keep", RECORD, "what a row says was written", SYSTEM),
    RECORD_FIND("record.find", RECORD, "what a row says was found as it is", SYSTEM),
    RECORD_BEGIN("record.begin", RECORD, "rows of some kinds are held to the ledger", SYSTEM),
    LEDGER_ACCEPT(
        "ledger.accept", LEDGER, "what was found wrong was accepted, an era begun", ADMINISTRATOR),
    LEDGER_ROTATE_KEY(
        "ledger.rotate-key", LEDGER, "another key signs, vouched for by the old", ADMINISTRATOR),
    LEDGER_NEW_KEY("ledger.new-key", LEDGER, "a key signs that none vouches for", ADMINISTRATOR);

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

    @Override
    public Set<Kind> subjects() {
      return subjects;
    }

    @Override
    public String says() {
      return says;
    }

    @Override
    public List<Writer> writers() {
      return writers;
    }

    @Override
    public String toString() {
      return key;
    }
  }
}
