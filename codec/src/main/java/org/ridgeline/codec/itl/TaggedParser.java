package org.ridgeline.codec.itl;

import static org.ridgeline.codec.itl.TaggedRecord.DATA;
import static org.ridgeline.codec.itl.TaggedRecord.FS;
import static org.ridgeline.codec.itl.TaggedRecord.GS;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.TaggedRecord.Field;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Splits one tagged record into fields.
///
/// Walks from tag to tag to the FS that ends the record, and compares the end with LEN. From a
/// field .999 on, LEN alone tells the end, because image data may hold any byte.
/// - **Source** ANSI/NIST-ITL 1-2011, Annex B.1
final class TaggedParser {
  private static final String CLAUSE = "ANSI/NIST-ITL 1-2011 B.1";
  private static final int SHOWN_BYTES_MAX = 40;

  private final byte[] file;
  private final int start;
  private final int type;
  private final String name;
  private final Findings findings;
  private final ItemRoom room;
  private final List<Field> fields = new ArrayList<>();
  private final Set<Integer> seen = new HashSet<>();

  /// LEN's value, -1 where it is missing or not a number.
  private long len = -1;

  private boolean cut;
  private boolean full;
  private boolean overfull;

  /// What all records of a file share.
  record Reading(byte[] file, Findings findings, ItemRoom room) {}

  TaggedParser(Reading reading, int start, int type, String name) {
    this.file = reading.file();
    this.start = start;
    this.type = type;
    this.name = name;
    this.findings = reading.findings();
    this.room = reading.room();
  }

  /// A tag that starts at a byte; `length` counts its colon.
  record Tag(int type, int number, int length) {}

  List<Field> fields() {
    return fields;
  }

  /// Whether the end of the record could not be told, so that nothing behind it can be read, or it
  /// holds more than is read.
  boolean cut() {
    return cut || overfull;
  }

  /// Reads the fields; gives the end of the record, or the place where reading had to stop.
  int parse() {
    int at = start;
    while (true) {
      Optional<Tag> tag = tagAt(file, at);
      if (tag.isPresent() && isData(tag.get())) {
        return data(at, tag.get());
      }
      int from = tag.map(Tag::length).orElse(0) + at;
      int to = from;
      while (to < file.length && file[to] != GS && file[to] != FS) {
        to++;
      }
      keep(tag, at, from, to);
      if (to == file.length) {
        return unfinished(to);
      }
      if (file[to] == FS) {
        return ended(to + 1);
      }
      at = to + 1;
    }
  }

  private boolean isData(Tag tag) {
    return tag.type() == type && tag.number() == DATA && TaggedRecord.endsInData(type);
  }

  private void keep(Optional<Tag> tag, int at, int from, int to) {
    if (from == to && to < file.length && file[to] == FS && at > start) {
      rim(at - 1, "FS (1C) behind the last field", "GS (1D), then FS");
      return;
    }
    if (tag.isEmpty() || tag.get().type() != type) {
      if (findings.isCounted(oddity())) {
        return;
      }
      String field = tag.map(t -> ItlRecord.tag(t.type(), t.number())).orElse("");
      odd(FindingCode.TAG_INVALID, field, at, "a tag " + type + ".nnn:", shown(at, to));
      return;
    }
    int number = tag.get().number();
    if (at == start) {
      readLen(number, at, from, to);
    }
    if (fields.size() == Limits.FIELDS_MAX) {
      tooMany(at);
      return;
    }
    if (!seen.add(number) && !findings.isCounted(oddity())) {
      String once = "each field once, subfields separated by RS";
      String field = ItlRecord.tag(type, number);
      odd(FindingCode.FIELD_REPEATED, field, at, once, shown(at, to));
    }
    Optional<ItemRoom.Excess> excess = room.take(file, from, to);
    if (excess.isEmpty()) {
      fields.add(new Field(number, at, from, to));
      return;
    }
    overfull = true;
    if (!findings.isCounted(Severity.ERROR)) {
      String field = ItlRecord.tag(type, number);
      ItemRoom.Excess what = excess.get();
      error(FindingCode.FIELD_OCCURRENCE, field, at, what.expected(), what.found());
    }
  }

  private void tooMany(int at) {
    if (!full) {
      full = true;
      String expected = "at most " + Limits.FIELDS_MAX + " fields in a record";
      error(FindingCode.FIELD_OCCURRENCE, "", at, expected, "more");
    }
  }

  private void readLen(int number, int at, int from, int to) {
    if (number != 1) {
      String first = ItlRecord.tag(type, 1) + " LEN first";
      error(FindingCode.LEN_INVALID, ItlRecord.tag(type, 1), at, first, shown(at, to));
      return;
    }
    len = digits(file, from, to);
    if (len <= 0 || len > file.length - start) {
      String expected = "1.." + (file.length - start) + ", the bytes that are left";
      error(FindingCode.LEN_INVALID, ItlRecord.tag(type, 1), from, expected, shown(from, to));
    }
  }

  /// The rest of the record is data, up to the FS that LEN points at.
  private int data(int at, Tag tag) {
    int from = at + tag.length();
    long end = start + len;
    cut = true;
    if (len <= 0 || end > file.length) {
      fields.add(new Field(DATA, at, from, file.length));
      return file.length;
    }
    if (end <= from) {
      String expected = "a LEN that reaches into the data at byte " + from;
      error(FindingCode.LEN_MISMATCH, ItlRecord.tag(type, 1), start, expected, "LEN=" + len);
      return from;
    }
    if (seen.add(DATA)) {
      fields.add(new Field(DATA, at, from, (int) end - 1));
    }
    if (file[(int) end - 1] != FS) {
      String expected = "FS (1C) as the last byte that LEN counts";
      String found = String.format("%02X", file[(int) end - 1]);
      error(FindingCode.LEN_MISMATCH, ItlRecord.tag(type, 1), end - 1, expected, found);
      return (int) end;
    }
    cut = false;
    return (int) end;
  }

  private int ended(int end) {
    if (len == end + 1 - start && end < file.length && file[end] == FS) {
      rim(end, "one FS (1C) at the end of the record", "two, both counted by LEN");
      return end + 1;
    }
    if (len >= 0 && end - start != len && len <= file.length - start) {
      String expected = "LEN=" + (end - start) + ", where FS ends the record";
      error(FindingCode.LEN_MISMATCH, ItlRecord.tag(type, 1), start, expected, "LEN=" + len);
    }
    return end;
  }

  private int unfinished(int end) {
    cut = true;
    error(FindingCode.FILE_TRUNCATED, "", end, "FS (1C) at the end of the record", "end of file");
    return end;
  }

  /// What senders are known to write beside the last separator: nothing is in doubt by it.
  private void rim(int at, String expected, String found) {
    FindingCode code = FindingCode.TRAILING_BYTES;
    Place place = new Place(name, "", at);
    findings.add(place.finding(Severity.WARNING, code, expected, found, CLAUSE));
  }

  /// A Type-1 decides how all else is read, so nothing in it may be in doubt.
  private Severity oddity() {
    return type == 1 ? Severity.ERROR : Severity.WARNING;
  }

  private void odd(FindingCode code, String field, long at, String expected, String found) {
    findings.add(new Place(name, field, at).finding(oddity(), code, expected, found, CLAUSE));
  }

  private void error(FindingCode code, String field, long at, String expected, String found) {
    findings.add(new Place(name, field, at).error(code, expected, found, CLAUSE));
  }

  private String shown(int from, int to) {
    return shown(file, from, to);
  }

  /// The start of a value as Latin-1: every byte shows.
  static String shown(byte[] file, int from, int to) {
    int length = Math.min(to - from, SHOWN_BYTES_MAX);
    return new String(file, from, length, StandardCharsets.ISO_8859_1);
  }

  /// The tag `<type>.<number>:` at a byte, with or without leading zeros.
  static Optional<Tag> tagAt(byte[] file, int at) {
    int dot = digitsEnd(file, at);
    if (dot == at || dot >= file.length || file[dot] != '.') {
      return Optional.empty();
    }
    int colon = digitsEnd(file, dot + 1);
    if (colon == dot + 1 || colon >= file.length || file[colon] != ':') {
      return Optional.empty();
    }
    int type = (int) digits(file, at, dot);
    int number = (int) digits(file, dot + 1, colon);
    return Optional.of(new Tag(type, number, colon + 1 - at));
  }

  private static int digitsEnd(byte[] file, int at) {
    int end = at;
    int stop = Math.min(file.length, at + Limits.TAG_DIGITS_MAX);
    while (end < stop && file[end] >= '0' && file[end] <= '9') {
      end++;
    }
    return end;
  }

  /// The number written in a stretch of bytes; -1 where it is none, or has over 18 digits.
  static long digits(byte[] file, int from, int to) {
    if (from == to || to - from > 18) {
      return -1;
    }
    long n = 0;
    for (int i = from; i < to; i++) {
      if (file[i] < '0' || file[i] > '9') {
        return -1;
      }
      n = 10 * n + file[i] - '0';
    }
    return n;
  }
}
