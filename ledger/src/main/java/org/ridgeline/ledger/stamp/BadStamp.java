package org.ridgeline.ledger.stamp;

import org.ridgeline.ledger.AuditFinding;

/// A time stamp that is not what it should be.
final class BadStamp extends Exception {
  private static final long serialVersionUID = 1L;

  private final AuditFinding.Code code;

  BadStamp(AuditFinding.Code code, String what) {
    super(what);
    this.code = code;
  }

  AuditFinding.Code code() {
    return code;
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
