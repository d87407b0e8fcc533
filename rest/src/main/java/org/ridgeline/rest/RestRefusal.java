package org.ridgeline.rest;

import org.ridgeline.casework.desk.Reason;
import org.ridgeline.casework.desk.Reason.Code;

/// What the API refuses before a room is asked.
enum RestRefusal implements Reason {
  MILESTONE_EXPECTED(Code.INPUT),
  MOMENT_EXPECTED(Code.INPUT),
  WEEK_EXPECTED(Code.INPUT),
  WEEK_NOT_OVER(Code.STATE),
  BOOKINGS_EXPECTED(Code.INPUT);

  private final Code code;

  RestRefusal(Code code) {
    this.code = code;
  }

  @Override
  public Code code() {
    return code;
  }
}
