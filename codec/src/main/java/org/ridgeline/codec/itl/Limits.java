package org.ridgeline.codec.itl;

/// The numbers this package keeps to; beyond each lies a finding, never an exception.
/// - **Source** our own where none is named; `docs/limits.md` has the reason of each
public final class Limits {
  /// Largest file read, bytes: a 1000 ppi card without compression is about 120 MB.
  public static final int FILE_BYTES_MAX = 256 * 1024 * 1024;

  /// Findings kept of one file; one more says that there were more.
  public static final int FINDINGS_MAX = 200;

  /// Records after the Type-1 that CNT may name.
  /// - **Source** ANSI/NIST-ITL 1-2011, 8.1.3: 1..999
  public static final int RECORDS_MAX = 999;

  /// Fields of one record: every number a Type-2 can have.
  public static final int FIELDS_MAX = 9_999;

  /// Subfields of one field: twenty times the minutiae of a whole rolled finger, with their
  /// neighbours.
  public static final int SUBFIELDS_MAX = 20_000;

  /// Information items of one file's tagged fields, image data aside; a field has one at least.
  public static final int ITEMS_MAX = 100_000;

  /// Digits of a record type or of a field number in a tag, leading zeros included.
  public static final int TAG_DIGITS_MAX = 9;

  /// Highest IDC: two digits.
  public static final int IDC_MAX = 99;

  private Limits() {}

  /// Whether a file of so many bytes is read at all.
  public static boolean takes(long bytes) {
    return bytes <= FILE_BYTES_MAX;
  }
}
