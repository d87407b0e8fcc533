package org.ridgeline.codec.itl;

import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Where in a file something was found: record and field as in [Finding], empty where they do not
/// apply.
/// - **Unit** `offset` in bytes from the start of the file
/// - **Source** our own; records and fields by the numbers of ANSI/NIST-ITL 1-2011
public record Place(String record, String field, long offset) {

  /// A field of a record; its start where the field is missing.
  public static Place of(ItlRecord record, int field) {
    long at = record.offsetOf(field) < 0 ? record.offset() : record.offsetOf(field);
    return new Place(record.name(), ItlRecord.tag(record.type(), field), at);
  }

  /// A finding at this place.
  public Finding finding(
      Severity severity, FindingCode code, String expected, String found, String clause) {
    return new Finding(severity, code, record, field, offset, expected, found, clause);
  }

  /// A finding at this place that refuses.
  public Finding error(FindingCode code, String expected, String found, String clause) {
    return finding(Severity.ERROR, code, expected, found, clause);
  }
}
