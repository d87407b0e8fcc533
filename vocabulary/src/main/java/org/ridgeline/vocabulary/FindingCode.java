package org.ridgeline.vocabulary;

/// Every code a finding may carry.
///
/// Where EBTS has a code of its own for exactly this, the constant is that code. Otherwise the
/// constant says it in words, and [#ebts()] is the EBTS code that an ERRT shows.
/// - **Source** EFTS 7.0 Appendix M (E, H, L and A codes); S codes are ours
public enum FindingCode {
  /// The file is empty, or ends before its first record does.
  FILE_TRUNCATED("E0004"),
  /// The file is larger than the service takes.
  FILE_TOO_LARGE("S0001"),
  /// A record's LEN runs beyond the end of the file, is missing or is not a number.
  LEN_INVALID("E0004"),
  /// A record does not end where its LEN says.
  LEN_MISMATCH("E0004"),
  /// CNT disagrees with the records that follow.
  CNT_MISMATCH("E0004"),
  /// Bytes are left after the last record that CNT names.
  TRAILING_BYTES("E0004"),
  /// A field's tag is missing, malformed or of another record type.
  TAG_INVALID("E0005"),
  /// A field stands twice in one record.
  FIELD_REPEATED("E0005"),
  /// A header field (Type-1) that must be there is not.
  HEADER_MISSING("H0001"),
  /// A header field's value is not one it may have.
  HEADER_INVALID("H0002"),
  /// A field that must be there is not.
  FIELD_MISSING("E0001"),
  /// A field's value is not one it may have.
  FIELD_INVALID("E0002"),
  /// A field's value is too short, too long, too small or too large.
  FIELD_RANGE("E0003"),
  /// A field occurs more or less often than it may.
  FIELD_OCCURRENCE("E0003"),
  /// Two fields contradict each other.
  FIELD_RELATION("E0006"),
  /// A field's bytes are not of the encoding that is declared, or that encoding is not known here.
  TEXT_ENCODING("E0002"),
  /// A field may not be in this kind of transaction.
  FIELD_NOT_ALLOWED("E0005"),
  /// A record may not be in this kind of transaction, or too many or too few of it are.
  RECORD_OCCURRENCE("E0003"),
  /// The type of transaction is not one this service takes.
  TOT_UNKNOWN("H0002"),
  /// An image cannot be decoded.
  IMAGE_UNREADABLE("E0002"),
  /// An image's compression is one this installation cannot decode.
  IMAGE_UNSUPPORTED("E0002"),
  /// An image is not 8-bit grey, upright, opaque and square in its pixels, and was made so.
  IMAGE_CONVERTED("E0006"),
  /// An image is larger than the limits.
  IMAGE_TOO_LARGE("E0003"),
  /// An image's own size disagrees with the record's HLL and VLL.
  IMAGE_SIZE_MISMATCH("E0006"),
  /// An image's own resolution is not what is said of it: its scale is in doubt.
  RESOLUTION_DISAGREES("E0006"),
  /// One finger's print is too poor to use.
  FINGER_LOW_QUALITY("L0008"),
  /// One finger is not in the transaction, and is not reported amputated or unable.
  FINGER_MISSING("L0008"),
  /// A slap's fingers are not marked, and cannot be told apart on its image.
  SLAP_UNSEGMENTED("S0005"),
  /// A slap's marked box of a finger lies elsewhere than the finger is seen.
  SLAP_BOX_DISAGREES("S0006"),
  /// The fingers of a slap lie as the other hand's do.
  SLAP_HAND_DOUBTFUL("S0007"),
  /// A rolled print is another finger's than its label says, or one finger was rolled twice.
  FINGER_SEQUENCE("S0008"),
  /// A person of quality control took a print as another than the sender's label says.
  PRINT_CORRECTED("S0009"),
  /// Too few usable fingers.
  L0008("L0008"),
  /// The requestor is not authorised for this transaction.
  A0004("A0004"),
  /// The same ORI and TCN came before with other bytes.
  TCN_REUSED("S0002"),
  /// A copy of the answer was asked for that does not go out.
  COPY_NOT_SENT("S0010"),
  /// Nobody on record is known by the number that was named.
  NOBODY_OF_NUMBER("S0011"),
  /// The prints are not those of the person named.
  PRINTS_OF_ANOTHER("S0012"),
  /// The images on record are not there, or not of the fingers asked for.
  IMAGES_NOT_ON_RECORD("S0013"),
  /// A repository could not be searched, though it was tried again and again.
  SEARCH_FAILED("S0004"),
  /// More findings than are kept.
  FINDINGS_CUT("S0003");

  private final String ebts;

  FindingCode(String ebts) {
    this.ebts = ebts;
  }

  /// The code as an ERRT's MSG shows it.
  public String ebts() {
    return ebts;
  }
}
