package org.ridgeline.codec.jpeg2000;

import org.ridgeline.vocabulary.FindingCode;

/// Ends the reading of a JPEG 2000 file from deep inside it: which bytes, what was expected there
/// and what was found. Package `codec.image` makes a finding of it.
/// - **Source** our own
public final class Jpeg2000Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final FindingCode code;
  private final long offset;
  private final String expected;
  private final String found;

  Jpeg2000Refusal(FindingCode code, long offset, String expected, String found) {
    super(null, null, false, false);
    this.code = code;
    this.offset = offset;
    this.expected = expected;
    this.found = found;
  }

  static Jpeg2000Refusal unreadable(long offset, String expected, String found) {
    return new Jpeg2000Refusal(FindingCode.IMAGE_UNREADABLE, offset, expected, found);
  }

  static Jpeg2000Refusal unsupported(long offset, String expected, String found) {
    return new Jpeg2000Refusal(FindingCode.IMAGE_UNSUPPORTED, offset, expected, found);
  }

  public FindingCode code() {
    return code;
  }

  /// Bytes from the start of the file; -1 where no place is to blame.
  public long offset() {
    return offset;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
