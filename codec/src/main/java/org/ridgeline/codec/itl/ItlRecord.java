package org.ridgeline.codec.itl;

import java.util.List;
import java.util.Optional;

/// One record of a transaction, with its bytes as they came.
/// - **Source** ANSI/NIST-ITL 1-2011, 5.3
public sealed interface ItlRecord permits TaggedRecord, BinaryRecord {
  /// Record type, 1..99.
  int type();

  /// Image designation character; 0 for the Type-1, which has none, and where it is missing or not
  /// a number.
  int idc();

  /// Where the record starts, bytes from the start of the file.
  long offset();

  /// The record as findings name it: "1", "2", or "14#3" for the third of several Type-14.
  String name();

  /// A copy of the whole record, LEN and separators included.
  byte[] bytes();

  /// Field numbers present, in file order.
  List<Integer> fields();

  /// Whether a field is present, even if empty.
  boolean has(int field);

  /// First information item of the first subfield; empty where the field is missing or empty.
  Optional<String> value(int field);

  /// First information item of each subfield; an empty list where the field is missing.
  List<String> values(int field);

  /// All subfields with all their information items; an empty list where the field is missing.
  List<List<String>> subfields(int field);

  /// Where a field starts (its tag, if it has one), bytes from the start of the file; -1 where the
  /// field is missing.
  long offsetOf(int field);

  /// The image or other binary data that ends the record (`.999`, or what follows a binary header);
  /// empty where there is none.
  Optional<byte[]> data();

  /// A field's tag as findings name it: "2.018", "2.2037".
  static String tag(int type, int field) {
    return type + "." + (field < 1000 ? String.format("%03d", field) : String.valueOf(field));
  }
}
