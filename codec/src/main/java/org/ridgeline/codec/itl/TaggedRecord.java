package org.ridgeline.codec.itl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// A record of tagged fields: every type but 3 to 8. Fields nobody knows are kept like any other.
///
/// Some senders write a field again for its next occurrence, in place of a further subfield; the
/// subfields of both are then shown as one list.
/// - **Source** ANSI/NIST-ITL 1-2011, Annex B.1
public final class TaggedRecord implements ItlRecord {
  /// Field separator FS: ends a record.
  public static final byte FS = 0x1C;

  /// Group separator GS: between fields.
  public static final byte GS = 0x1D;

  /// Record separator RS: between subfields.
  public static final byte RS = 0x1E;

  /// Unit separator US: between information items.
  public static final byte US = 0x1F;

  static final int DATA = 999;

  private static final String CLAUSE = "ANSI/NIST-ITL 1-2011 8.1.15";

  /// One field: where its tag starts, and its value from `from` to before `to`.
  record Field(int number, int tagAt, int from, int to) {}

  private final byte[] source;
  private final int start;
  private final int end;
  private final int type;
  private final String name;
  private final Dcs dcs;
  private final Map<Integer, List<Field>> fields;

  TaggedRecord(Span span, int type, String name, Dcs dcs, List<Field> fields) {
    this.source = span.source();
    this.start = span.start();
    this.end = span.end();
    this.type = type;
    this.name = name;
    this.dcs = dcs;
    this.fields = new LinkedHashMap<>();
    for (Field field : fields) {
      this.fields.computeIfAbsent(field.number(), _ -> new ArrayList<>(1)).add(field);
    }
  }

  /// A stretch of the file, `start` to before `end`.
  record Span(byte[] source, int start, int end) {}

  @Override
  public int type() {
    return type;
  }

  @Override
  public int idc() {
    return type == 1 ? 0 : value(2).map(Digits::number).filter(n -> n >= 0).orElse(0);
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
    return List.copyOf(fields.keySet());
  }

  @Override
  public boolean has(int field) {
    return fields.containsKey(field);
  }

  @Override
  public Optional<String> value(int field) {
    Optional<Field> first = first(field).filter(at -> !isData(at));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Field at = first.get();
    int to = at.from();
    while (to < at.to() && source[to] != RS && source[to] != US) {
      to++;
    }
    return Optional.of(dcs.decode(source, at.from(), to)).filter(text -> !text.isEmpty());
  }

  @Override
  public List<String> values(int field) {
    return subfields(field).stream().map(List::getFirst).toList();
  }

  @Override
  public List<List<String>> subfields(int field) {
    List<List<String>> subfields = new ArrayList<>();
    for (Field at : fields.getOrDefault(field, List.of())) {
      if (!isData(at)) {
        split(at, subfields);
      }
    }
    return List.copyOf(subfields);
  }

  private void split(Field at, List<List<String>> subfields) {
    List<String> items = new ArrayList<>();
    int from = at.from();
    for (int i = from; i <= at.to(); i++) {
      boolean last = i == at.to();
      if (last || source[i] == RS || source[i] == US) {
        items.add(dcs.decode(source, from, i));
        from = i + 1;
        if (last || source[i] == RS) {
          subfields.add(List.copyOf(items));
          items.clear();
        }
      }
    }
  }

  /// Tells of each field whose text is not of the transaction's encoding; once a field.
  void checkText(Findings findings) {
    for (Map.Entry<Integer, List<Field>> entry : fields.entrySet()) {
      for (Field at : entry.getValue()) {
        if (!isData(at) && checkText(at, findings)) {
          break;
        }
      }
    }
  }

  private boolean checkText(Field field, Findings findings) {
    int from = field.from();
    for (int i = from; i <= field.to(); i++) {
      if (i == field.to() || source[i] == RS || source[i] == US) {
        int misfit = dcs.misfit(source, from, i);
        if (misfit >= 0 && findings.isCounted(Severity.WARNING)) {
          return true;
        }
        if (misfit >= 0) {
          String found =
              String.format(
                  "%02X at byte %d, read as %s",
                  source[misfit], misfit, Dcs.otherwise(source, from, i).name());
          Place place = new Place(name, ItlRecord.tag(type, field.number()), misfit);
          FindingCode code = FindingCode.TEXT_ENCODING;
          findings.add(
              place.finding(Severity.WARNING, code, "text in " + dcs.words(), found, CLAUSE));
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  @Override
  public long offsetOf(int field) {
    return first(field).map(Field::tagAt).orElse(-1);
  }

  @Override
  public Optional<byte[]> data() {
    return first(DATA)
        .filter(at -> isData(at) && at.from() < at.to())
        .map(at -> Arrays.copyOfRange(source, at.from(), at.to()));
  }

  /// Bytes of a field's value, separators included: what its size in a profile counts.
  public int sizeOf(int field) {
    return first(field).map(at -> at.to() - at.from()).orElse(0);
  }

  private Optional<Field> first(int field) {
    return Optional.ofNullable(fields.get(field)).map(List::getFirst);
  }

  private boolean isData(Field field) {
    return field.number() == DATA && endsInData(type);
  }

  /// Whether records of this type end in a field .999 of raw bytes.
  static boolean endsInData(int type) {
    return type >= 10;
  }

  /// Same type and same bytes.
  @Override
  public boolean equals(Object other) {
    return other instanceof TaggedRecord that
        && type == that.type
        && Arrays.equals(source, start, end, that.source, that.start, that.end);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(bytes());
  }

  @Override
  public String toString() {
    return "TaggedRecord[" + name + " bytes=" + (end - start) + "]";
  }
}
