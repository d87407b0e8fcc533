package org.ridgeline.codec.itl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A record of fixed binary fields: types 3 to 8.
///
/// Types 3 to 6 have LEN, IDC, IMP, FGP, ISR, HLL, VLL, GCA and data as fields 1 to 9; an FGP of
/// 255 (unused) is not shown. Type-8 has LEN, IDC, SIG, SRT, ISR, HLL, VLL and data as 1 to 8.
/// Type-7 is its users' own after LEN and IDC: all that follows is its data, field 3. A record
/// shorter than its header has only LEN and IDC.
/// - **Source** ANSI/NIST-ITL 1-2011, 8.3 to 8.8 and Annex B.2
public final class BinaryRecord implements ItlRecord {
  static final int LEN_BYTES_MIN = 5;

  private static final int UNUSED_FGP = 255;

  /// Where a field lies: first byte, and bytes per value; FGP has six values of one byte.
  private record Slot(int at, int size, int count) {}

  private static final List<Slot> FINGER_FIELDS =
      List.of(
          new Slot(0, 4, 1),
          new Slot(4, 1, 1),
          new Slot(5, 1, 1),
          new Slot(6, 1, 6),
          new Slot(12, 1, 1),
          new Slot(13, 2, 1),
          new Slot(15, 2, 1),
          new Slot(17, 1, 1));
  private static final int FINGER_HEADER_BYTES = 18;

  private static final List<Slot> SIGNATURE_FIELDS =
      List.of(
          new Slot(0, 4, 1),
          new Slot(4, 1, 1),
          new Slot(5, 1, 1),
          new Slot(6, 1, 1),
          new Slot(7, 1, 1),
          new Slot(8, 2, 1),
          new Slot(10, 2, 1));
  private static final int SIGNATURE_HEADER_BYTES = 12;

  private static final List<Slot> BARE_FIELDS = FINGER_FIELDS.subList(0, 2);

  private final byte[] source;
  private final int start;
  private final int end;
  private final int type;
  private final String name;
  private final List<Slot> places;
  private final int headerBytes;

  BinaryRecord(TaggedRecord.Span span, int type, String name) {
    this.source = span.source();
    this.start = span.start();
    this.end = span.end();
    this.type = type;
    this.name = name;
    int length = end - start;
    if (type >= 3 && type <= 6 && length >= FINGER_HEADER_BYTES) {
      places = FINGER_FIELDS;
      headerBytes = FINGER_HEADER_BYTES;
    } else if (type == 8 && length >= SIGNATURE_HEADER_BYTES) {
      places = SIGNATURE_FIELDS;
      headerBytes = SIGNATURE_HEADER_BYTES;
    } else {
      places = BARE_FIELDS;
      headerBytes = LEN_BYTES_MIN;
    }
  }

  /// Whether records of this type are binary.
  static boolean isBinary(int type) {
    return type >= 3 && type <= 8;
  }

  @Override
  public int type() {
    return type;
  }

  @Override
  public int idc() {
    return source[start + 4] & 0xFF;
  }

  @Override
  public long offset() {
    return start;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] bytes() {
    return Arrays.copyOfRange(source, start, end);
  }

  @Override
  public List<Integer> fields() {
    List<Integer> numbers = new ArrayList<>();
    for (int field = 1; field <= places.size() + 1; field++) {
      if (has(field)) {
        numbers.add(field);
      }
    }
    return List.copyOf(numbers);
  }

  @Override
  public boolean has(int field) {
    return field >= 1 && field <= places.size() || isData(field) && start + headerBytes < end;
  }

  @Override
  public Optional<String> value(int field) {
    return values(field).stream().findFirst();
  }

  @Override
  public List<String> values(int field) {
    return numbers(field).stream().map(String::valueOf).toList();
  }

  @Override
  public List<List<String>> subfields(int field) {
    return values(field).stream().map(List::of).toList();
  }

  /// A field's values as unsigned numbers; an empty list where the field is missing or is data.
  public List<Integer> numbers(int field) {
    if (field < 1 || field > places.size()) {
      return List.of();
    }
    Slot place = places.get(field - 1);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < place.count(); i++) {
      int number = unsigned(place.at() + i * place.size(), place.size());
      if (place.count() == 1 || number != UNUSED_FGP) {
        numbers.add(number);
      }
    }
    return List.copyOf(numbers);
  }

  @Override
  public long offsetOf(int field) {
    if (!has(field)) {
      return -1;
    }
    return start + (isData(field) ? headerBytes : places.get(field - 1).at());
  }

  @Override
  public Optional<byte[]> data() {
    return start + headerBytes < end
        ? Optional.of(Arrays.copyOfRange(source, start + headerBytes, end))
        : Optional.empty();
  }

  private boolean isData(int field) {
    return field == places.size() + 1;
  }

  private int unsigned(int at, int size) {
    int number = 0;
    for (int i = 0; i < size; i++) {
      number = number << 8 | source[start + at + i] & 0xFF;
    }
    return number;
  }

  /// Same type and same bytes.
  @Override
  public boolean equals(Object other) {
    return other instanceof BinaryRecord that
        && type == that.type
        && Arrays.equals(source, start, end, that.source, that.start, that.end);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(bytes());
  }

  @Override
  public String toString() {
    return "BinaryRecord[" + name + " bytes=" + (end - start) + "]";
  }
}
