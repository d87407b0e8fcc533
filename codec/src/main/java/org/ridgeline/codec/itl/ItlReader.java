package org.ridgeline.codec.itl;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Reads a transaction in the traditional encoding.
///
/// Tolerant of how a file is written (short tags, leading zeros, versions 0200 to 0502, text in
/// another encoding than declared), strict on where records end: LEN and CNT must agree with the
/// bytes. What the values say is a profile's matter (package `ebts`).
/// - **Limit** [Limits#FILE_BYTES_MAX], [Limits#RECORDS_MAX], [Limits#SUBFIELDS_MAX],
///   [Limits#ITEMS_MAX], [Limits#FINDINGS_MAX]
/// - **Error** none: any input gives a [Decoded]
/// - **Source** ANSI/NIST-ITL 1-2011, Annex B
public final class ItlReader {
  private static final String CLAUSE = "ANSI/NIST-ITL 1-2011 B.1";
  private static final String DCS_CLAUSE = "ANSI/NIST-ITL 1-2011 8.1.15";
  private static final String ENCODINGS =
      "0 ASCII, 1 8-bit ASCII, 2 UTF-16, 3 UTF-8, 4 UTF-32, or another number and a name:"
          + " ISO-8859-1, windows-1250 to windows-1256";
  private static final int TYPE_4_DATA = 9;
  private static final String CNT_CLAUSE = "ANSI/NIST-ITL 1-2011 8.1.3";

  /// One entry of CNT: what record comes next, and its IDC as written.
  private record Entry(int type, String idc) {}

  private final byte[] file;
  private final Findings findings = new Findings();
  private final TaggedParser.Reading reading;
  private final List<ItlRecord> records = new ArrayList<>();
  private final Map<Integer, Integer> expectedOfType = new HashMap<>();
  private final Map<Integer, Integer> readOfType = new HashMap<>();
  private Dcs dcs = Dcs.NONE;

  private ItlReader(byte[] file) {
    this.file = file;
    this.reading = new TaggedParser.Reading(file, findings, new ItemRoom());
  }

  /// Reads a whole file; its cost is linear in its size.
  public static Decoded read(byte[] bytes) {
    if (!Limits.takes(bytes.length)) {
      Finding tooLarge =
          Finding.of(
              Severity.ERROR,
              FindingCode.FILE_TOO_LARGE,
              "at most " + Limits.FILE_BYTES_MAX + " bytes",
              String.valueOf(bytes.length));
      return new Decoded.Refused(List.of(tooLarge), Optional.empty());
    }
    return new ItlReader(bytes.clone()).read();
  }

  /// One record with the binary header of a Type-4, such as the FBI's Type-7; empty where its LEN
  /// is not its length.
  public static Optional<BinaryRecord> typeFour(byte[] bytes) {
    boolean whole =
        bytes.length >= BinaryRecord.LEN_BYTES_MIN
            && ByteBuffer.wrap(bytes).getInt() == bytes.length;
    TaggedRecord.Span span = new TaggedRecord.Span(bytes.clone(), 0, bytes.length);
    return whole ? Optional.of(new BinaryRecord(span, 4, "4")) : Optional.empty();
  }

  private Decoded read() {
    if (file.length == 0) {
      error(FindingCode.FILE_TRUNCATED, new Place("", "", 0), "a Type-1 record", "an empty file");
      return refused();
    }
    Optional<TaggedParser.Tag> tag = TaggedParser.tagAt(file, 0);
    if (tag.isEmpty() || tag.get().type() != 1) {
      String found = TaggedParser.shown(file, 0, file.length);
      Place start = new Place("1", "1.001", 0);
      error(FindingCode.TAG_INVALID, start, "1.001: at the start of the file", found);
      return refused();
    }
    TaggedParser parser = new TaggedParser(reading, 0, 1, "1");
    int at = parser.parse();
    TaggedRecord.Span span = new TaggedRecord.Span(file, 0, at);
    // The encoding is named by a field of the record whose text it encodes.
    dcs = encoding(new TaggedRecord(span, 1, "1", Dcs.NONE, parser.fields()));
    TaggedRecord header = new TaggedRecord(span, 1, "1", dcs, parser.fields());
    records.add(header);
    if (!parser.cut()) {
      follow(header, at);
    }
    for (ItlRecord record : records) {
      if (record instanceof TaggedRecord tagged) {
        tagged.checkText(findings);
      }
    }
    return findings.refused()
        ? refused()
        : new Decoded.Accepted(new Transaction(records), findings.toList());
  }

  private Dcs encoding(TaggedRecord header) {
    List<List<String>> field = header.subfields(15);
    Optional<Dcs> declared = Dcs.of(field);
    if (declared.isEmpty()) {
      Place place = Place.of(header, 15);
      String found = String.join(" ", field.getFirst()) + ", read as ASCII";
      FindingCode code = FindingCode.TEXT_ENCODING;
      findings.add(place.finding(Severity.WARNING, code, ENCODINGS, found, DCS_CLAUSE));
    }
    return declared.orElse(Dcs.NONE);
  }

  private Decoded refused() {
    Optional<TaggedRecord> header =
        records.isEmpty() ? Optional.empty() : Optional.of((TaggedRecord) records.getFirst());
    return new Decoded.Refused(findings.toList(), header);
  }

  /// Reads the records that CNT names.
  private void follow(TaggedRecord header, int from) {
    List<Entry> entries = entries(header);
    entries.forEach(entry -> expectedOfType.merge(entry.type(), 1, Integer::sum));
    int at = from;
    for (int i = 0; i < entries.size(); i++) {
      if (at == file.length) {
        String found = i + " records, then the end of the file";
        cnt(at, "the " + entries.size() + " records that CNT names", found);
        return;
      }
      int end = record(entries.get(i), past(at, entries.get(i)));
      if (end < 0) {
        return;
      }
      at = end;
    }
    // Where CNT could not be read, what follows is no news.
    if (at < file.length && !(entries.isEmpty() && findings.refused())) {
      String found = (file.length - at) + " more bytes";
      Severity severity = Rim.isHarmless(file, at) ? Severity.WARNING : Severity.ERROR;
      Place place = new Place("", "", at);
      FindingCode code = FindingCode.TRAILING_BYTES;
      findings.add(place.finding(severity, code, "the end of the file", found, CLAUSE));
    }
    records.forEach(this::warnOfUnusableImage);
  }

  /// Past a second FS that nobody counted; no tagged record begins with one.
  private int past(int at, Entry next) {
    if (BinaryRecord.isBinary(next.type()) || file[at] != TaggedRecord.FS) {
      return at;
    }
    String expected = "one FS (1C) at the end of the record before";
    Place place = new Place("", "", at);
    FindingCode code = FindingCode.TRAILING_BYTES;
    findings.add(place.finding(Severity.WARNING, code, expected, "another", CLAUSE));
    return at + 1;
  }

  private List<Entry> entries(TaggedRecord header) {
    List<List<String>> cnt = header.subfields(3);
    if (cnt.isEmpty()) {
      String expected = "1.003 CNT: without it the records cannot be told apart";
      error(FindingCode.HEADER_MISSING, new Place("1", "1.003", 0), expected, "no CNT");
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    long at = header.offsetOf(3);
    for (List<String> subfield : cnt.subList(1, cnt.size())) {
      int type = Digits.number(subfield.getFirst());
      if (type < 2 || type > 99) {
        cnt(at, "record types 2..99", subfield.getFirst());
        return List.of();
      }
      entries.add(new Entry(type, subfield.size() > 1 ? subfield.get(1) : ""));
    }
    if (entries.size() > Limits.RECORDS_MAX) {
      cnt(at, "at most " + Limits.RECORDS_MAX + " records", String.valueOf(entries.size()));
      return List.of();
    }
    List<String> first = cnt.getFirst();
    int count = first.size() > 1 ? Digits.number(first.get(1)) : -1;
    if (count != entries.size()) {
      String found = "a count of " + (first.size() > 1 ? first.get(1) : "nothing");
      cnt(at, "a count of " + entries.size() + ", the records CNT lists", found);
    }
    return entries;
  }

  /// Reads one record; gives its end, or -1 where nothing behind it can be read.
  private int record(Entry entry, int at) {
    return BinaryRecord.isBinary(entry.type()) ? binary(entry, at) : tagged(entry, at);
  }

  private int binary(Entry entry, int at) {
    String name = name(entry.type());
    Place place = new Place(name, ItlRecord.tag(entry.type(), 1), at);
    int left = file.length - at;
    if (left < BinaryRecord.LEN_BYTES_MIN) {
      String expected = "at least " + BinaryRecord.LEN_BYTES_MIN + " bytes";
      error(FindingCode.FILE_TRUNCATED, place, expected, left + " bytes left");
      return -1;
    }
    long len =
        (file[at] & 0xFFL) << 24
            | (file[at + 1] & 0xFF) << 16
            | (file[at + 2] & 0xFF) << 8
            | file[at + 3] & 0xFF;
    if (len < BinaryRecord.LEN_BYTES_MIN || len > left) {
      String expected = BinaryRecord.LEN_BYTES_MIN + ".." + left + ", the bytes that are left";
      error(FindingCode.LEN_INVALID, place, expected, String.valueOf(len));
      return -1;
    }
    int end = at + (int) len;
    records.add(new BinaryRecord(new TaggedRecord.Span(file, at, end), entry.type(), name));
    return end;
  }

  private int tagged(Entry entry, int at) {
    Optional<TaggedParser.Tag> tag = TaggedParser.tagAt(file, at);
    int type = tag.map(TaggedParser.Tag::type).orElse(-1);
    if (type < 2 || type > 99 || BinaryRecord.isBinary(type)) {
      String expected = "a Type-" + entry.type() + " record, as CNT says";
      String found = TaggedParser.shown(file, at, file.length);
      Place place = new Place(name(entry.type()), "", at);
      error(FindingCode.TAG_INVALID, place, expected, found);
      return -1;
    }
    if (type != entry.type()) {
      cnt(at, "a Type-" + entry.type() + " record, as CNT says", "a Type-" + type + " record");
    }
    String name = name(type);
    TaggedParser parser = new TaggedParser(reading, at, type, name);
    int end = parser.parse();
    TaggedRecord.Span span = new TaggedRecord.Span(file, at, end);
    records.add(new TaggedRecord(span, type, name, dcs, parser.fields()));
    return parser.cut() ? -1 : end;
  }

  /// "14#3" for the third of several Type-14, "14" for the only one.
  private String name(int type) {
    int nth = readOfType.merge(type, 1, Integer::sum);
    int expected = expectedOfType.getOrDefault(type, 0);
    return expected > 1 || nth > 1 ? type + "#" + nth : String.valueOf(type);
  }

  private void warnOfUnusableImage(ItlRecord record) {
    boolean finger = record.type() == 4 || record.type() == 14;
    // A Type-14 may say why it has none.
    boolean without = record.type() == 14 && !record.has(TaggedRecord.DATA);
    if (!finger || without) {
      return;
    }
    boolean empty = !record.has(record.type() == 4 ? TYPE_4_DATA : TaggedRecord.DATA);
    if (empty || FingerImage.of((TaggedRecord) records.getFirst(), record).isEmpty()) {
      if (findings.isCounted(Severity.WARNING)) {
        return;
      }
      Place place = new Place(record.name(), "", record.offset());
      FindingCode code = FindingCode.IMAGE_UNREADABLE;
      String expected = "a compression, size and finger position that can be told";
      String found = "an image that is left out";
      findings.add(place.finding(Severity.WARNING, code, expected, found, CLAUSE));
    }
  }

  private void cnt(long at, String expected, String found) {
    Place place = new Place("1", "1.003", at);
    findings.add(place.error(FindingCode.CNT_MISMATCH, expected, found, CNT_CLAUSE));
  }

  private void error(FindingCode code, Place place, String expected, String found) {
    findings.add(place.error(code, expected, found, CLAUSE));
  }
}
