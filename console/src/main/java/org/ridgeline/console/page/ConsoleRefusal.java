package org.ridgeline.console.page;

import org.ridgeline.casework.desk.Reason;
import org.ridgeline.casework.desk.Reason.Code;

/// What the console refuses before a room is asked: forms that cannot be read, pages that are not
/// for a role.
public enum ConsoleRefusal implements Reason {
  // Why somebody looks.
  CASE_PURPOSE_LENGTH(Code.INPUT),
  RECORDS_PURPOSE_LENGTH(Code.INPUT),
  CASE_PURPOSE_UNSTATED(Code.PURPOSE),
  RECORDS_PURPOSE_UNSTATED(Code.PURPOSE),
  // What is typed.
  FIELD_NOT_UNDERSTOOD(Code.INPUT),
  FORM_NOT_UNDERSTOOD(Code.INPUT),
  FORM_INCOMPLETE(Code.INPUT),
  NOT_A_MOMENT(Code.INPUT),
  NOT_A_DAY(Code.INPUT),
  NOT_ON_LIST(Code.INPUT),
  NOT_CONFIRMED(Code.INPUT),
  SOURCE_MISSING(Code.INPUT),
  PROGRAMME_MISSING(Code.INPUT),
  HOLDER_UNKNOWN(Code.INPUT),
  // Agencies, bureaus, custody.
  BOOKING_ON_RECORD(Code.INPUT),
  CHOICE_INCOMPLETE(Code.INPUT),
  LIMIT_ENTRY(Code.INPUT),
  NOT_FOR_ROLE(Code.NOT_FOUND),
  NOT_OF_AGENCY(Code.NOT_FOUND),
  NO_SUCH_NOTICE_HERE(Code.NOT_FOUND),
  ACTIVATION_END_ENTRY(Code.INPUT),
  ACTIVATION_NOT_OPEN(Code.STATE),
  NO_SUCH_JURISDICTION(Code.NOT_FOUND),
  JURISDICTION_NOT_ACTIVE(Code.STATE),
  NO_SUCH_AGENCY(Code.NOT_FOUND),
  WEEK_NOT_OVER(Code.STATE),
  WEEK_COUNT_ENTRY(Code.INPUT),
  // Who has access.
  AGENCY_EXISTS(Code.ALREADY),
  AGENCY_IN_USE(Code.STATE),
  AGENCY_CALLBACK(Code.INPUT),
  AGENCY_ENTRY(Code.INPUT),
  PERMIT_OF_AGENCY(Code.STATE),
  NO_SUCH_PERMIT(Code.NOT_FOUND),
  NO_SUCH_SERVICE(Code.NOT_FOUND),
  NO_SUCH_COPY(Code.NOT_FOUND),
  COPY_TO_ITSELF(Code.STATE),
  NO_SUCH_BUREAU(Code.NOT_FOUND),
  OFFICE_EXISTS(Code.ALREADY),
  NO_SUCH_OFFICE(Code.NOT_FOUND),
  OFFICE_IN_USE(Code.STATE),
  OFFICE_ENTRY(Code.INPUT),
  TOKEN_OVERLAP(Code.INPUT),
  TOKEN_EXPIRY(Code.INPUT),
  ACT_REASON(Code.INPUT),
  NO_SUCH_OPERATOR(Code.NOT_FOUND),
  LAST_ADMINISTRATOR(Code.STATE),
  OWN_ACCOUNT(Code.SAME_PERSON),
  OPERATOR_EXPIRY(Code.INPUT),
  OPERATOR_SCOPE(Code.INPUT),
  OLD_PASSWORD(Code.REAUTHENTICATION),
  // Amendments and exports.
  AMENDMENT_NOT_POSSIBLE(Code.STATE),
  EXPORT_NOT_POSSIBLE(Code.STATE),
  // The workbench.
  NOBODY_LOGGED_IN(Code.ROLE),
  MARK_OUTSIDE(Code.INPUT),
  RIDGE_COUNT_LIMIT(Code.LIMIT),
  RIDGE_COUNT_ENDS_NOWHERE(Code.INPUT);

  private final Code code;

  ConsoleRefusal(Code code) {
    this.code = code;
  }

  @Override
  public Code code() {
    return code;
  }
}
