package org.ridgeline.cli;

import org.ridgeline.ledger.AuditFinding;

/// A finding about the ledger as a line for people.
final class AuditLine {
  private AuditLine() {}

  static String of(AuditFinding finding) {
    return "  entry " + finding.number() + "  " + finding.code() + "  " + finding.what();
  }
}
