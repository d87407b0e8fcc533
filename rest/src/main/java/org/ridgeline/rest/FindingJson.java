package org.ridgeline.rest;

import org.ridgeline.vocabulary.Finding;

/// A finding as JSON: `code` is ours, `ebts` what an ERRT shows.
public record FindingJson(
    String severity,
    String code,
    String ebts,
    String record,
    String field,
    long offset,
    String expected,
    String found,
    String clause) {
  /// The JSON form of a finding.
  public static FindingJson of(Finding finding) {
    return new FindingJson(
        finding.severity().name(),
        finding.code().name(),
        finding.code().ebts(),
        finding.record(),
        finding.field(),
        finding.offset(),
        finding.expected(),
        finding.found(),
        finding.clause());
  }
}
