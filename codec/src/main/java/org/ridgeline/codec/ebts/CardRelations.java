package org.ridgeline.codec.ebts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.BinaryRecord;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Findings;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Place;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// What the records of a ten-print card demand of each other under EBTS; the base standard leaves a
/// Type-2 to its users, and images may be of anybody's fingers.
/// - **Source** EBTS 9.1, Appendix C; ANSI/NIST-ITL 1-2011, 7.3.1 (IDC), 7.7.4 with Tables 7 and 8
///   (impressions and positions), 8.14.21 (segments)
final class CardRelations {
  private static final String PRINTS = "ANSI/NIST-ITL 1-2011 7.7.4, Tables 7 and 8";
  private static final Set<Integer> PLAIN_POSITIONS = Set.of(11, 12, 13, 14, 15);

  /// Rolled: live, and from paper.
  private static final Set<String> ROLLED = Set.of("1", "3");

  /// Types of records that carry an image of their own.
  private static final Set<Integer> IMAGES = Set.of(3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16, 17, 19);

  /// The fingers that a slap shows, by its position.
  private static final Map<Integer, Set<Integer>> SLAPS =
      Map.ofEntries(
          Map.entry(13, Set.of(2, 3, 4, 5)),
          Map.entry(14, Set.of(7, 8, 9, 10)),
          Map.entry(15, Set.of(1, 6)),
          Map.entry(40, Set.of(2, 3)),
          Map.entry(41, Set.of(3, 4)),
          Map.entry(42, Set.of(4, 5)),
          Map.entry(43, Set.of(7, 8)),
          Map.entry(44, Set.of(8, 9)),
          Map.entry(45, Set.of(9, 10)),
          Map.entry(46, Set.of(2, 7)),
          Map.entry(47, Set.of(2, 3, 4)),
          Map.entry(48, Set.of(3, 4, 5)),
          Map.entry(49, Set.of(7, 8, 9)),
          Map.entry(50, Set.of(8, 9, 10)));

  private final Transaction transaction;
  private final Findings findings;

  private CardRelations(Transaction transaction, Findings findings) {
    this.transaction = transaction;
    this.findings = findings;
  }

  static void check(Transaction transaction, Findings findings) {
    CardRelations card = new CardRelations(transaction, findings);
    transaction.typeTwo().ifPresent(card::dates);
    transaction.typeTwo().ifPresent(card::name);
    card.impressions();
    card.segments();
    card.repeats();
    card.designations();
    card.userImages();
  }

  /// A date of birth, printing, arrest or offence is not after the day the transaction was made;
  /// one day is given for time zones.
  private void dates(TaggedRecord two) {
    Optional<LocalDate> dat = transaction.header().value(5).flatMap(Form::date);
    if (dat.isEmpty()) {
      return;
    }
    for (int field : List.of(22, 38, 45)) {
      for (String value : two.values(field)) {
        Optional<LocalDate> date = Form.date(value);
        if (date.isPresent() && date.get().isAfter(dat.get().plusDays(1))) {
          String expected = "a date not after DAT (1.005) " + transaction.header().value(5).get();
          FindingCode code = FindingCode.FIELD_RELATION;
          findings.add(Place.of(two, field).error(code, expected, value, "EBTS 9.1 C"));
        }
      }
    }
  }

  /// The surname ends at a comma, also where nothing follows it.
  private void name(TaggedRecord two) {
    for (String name : two.values(18)) {
      if (!name.isEmpty() && name.indexOf(',') < 0) {
        String expected = "NAM: surname, comma, given names";
        warn(Place.of(two, 18), FindingCode.FIELD_INVALID, expected, name, "EBTS 9.1 C, NAM");
      }
    }
  }

  /// A slap is never rolled.
  private void impressions() {
    for (ItlRecord record : fingerRecords()) {
      int fgp = position(record);
      String imp = record.value(3).orElse("");
      if (PLAIN_POSITIONS.contains(fgp) && ROLLED.contains(imp)) {
        String expected = "a plain impression of position " + fgp;
        warn(Place.of(record, 3), FindingCode.FIELD_RELATION, expected, imp + ", rolled", PRINTS);
      }
    }
  }

  /// 14.021 marks fingers that the slap shows.
  private void segments() {
    for (ItlRecord record : transaction.ofType(14)) {
      Set<Integer> shown = SLAPS.getOrDefault(position(record), Set.of());
      for (List<String> segment : shown.isEmpty() ? none() : record.subfields(21)) {
        if (!shown.contains(WholeNumbers.of(segment.getFirst()))) {
          String expected =
              "fingers of position " + position(record) + ": " + shown.stream().sorted().toList();
          String clause = "ANSI/NIST-ITL 1-2011 8.14.21";
          warn(
              Place.of(record, 21),
              FindingCode.FIELD_RELATION,
              expected,
              segment.getFirst(),
              clause);
        }
      }
    }
  }

  private static List<List<String>> none() {
    return List.of();
  }

  /// One print of each finger rolled, one plain, one of each slap.
  private void repeats() {
    Map<String, ItlRecord> first = new HashMap<>();
    for (ItlRecord record : fingerRecords()) {
      int fgp = position(record);
      boolean rolled = ROLLED.contains(record.value(3).orElse(""));
      ItlRecord before = fgp < 1 ? null : first.putIfAbsent(fgp + (rolled ? "r" : "p"), record);
      if (before != null) {
        String expected = "position " + fgp + (rolled ? " rolled once" : " plain once");
        String found = "again, after record " + before.name();
        int field = record.type() == 4 ? 4 : 13;
        warn(Place.of(record, field), FindingCode.RECORD_OCCURRENCE, expected, found, PRINTS);
      }
    }
  }

  /// Each image has its own IDC; records that describe it share it.
  private void designations() {
    Map<Integer, ItlRecord> first = new HashMap<>();
    for (ItlRecord record : transaction.records()) {
      ItlRecord before =
          IMAGES.contains(record.type()) ? first.putIfAbsent(record.idc(), record) : null;
      if (before != null) {
        String expected = "an IDC for each image";
        String found = record.idc() + ", as of record " + before.name();
        String clause = "ANSI/NIST-ITL 1-2011 7.3.1";
        warn(Place.of(record, 2), FindingCode.FIELD_RELATION, expected, found, clause);
      }
    }
  }

  /// A Type-7 is its users' own; the FBI's has the header of a Type-4, and raw pixels are counted.
  private void userImages() {
    for (ItlRecord record : transaction.ofType(7)) {
      Optional<BinaryRecord> image = ItlReader.typeFour(record.bytes());
      Optional<byte[]> data = image.flatMap(BinaryRecord::data);
      if (data.isEmpty() || image.get().numbers(8).getFirst() != Cga.NONE.code()) {
        continue;
      }
      int hll = image.get().numbers(6).getFirst();
      int vll = image.get().numbers(7).getFirst();
      long pixels = (long) hll * vll;
      if (pixels > 0 && pixels != data.get().length) {
        String expected = hll + "x" + vll + " at 8 bits = " + pixels + " bytes";
        String found = data.get().length + " bytes";
        FindingCode code = FindingCode.IMAGE_SIZE_MISMATCH;
        warn(Place.of(record, 3), code, expected, found, "EBTS 9.1 E, Type-7");
      }
    }
  }

  private List<ItlRecord> fingerRecords() {
    return transaction.records().stream().filter(r -> r.type() == 4 || r.type() == 14).toList();
  }

  private static int position(ItlRecord record) {
    return record.value(record.type() == 4 ? 4 : 13).map(WholeNumbers::of).orElse(-1);
  }

  private void warn(Place at, FindingCode code, String expected, String found, String clause) {
    Finding finding = at.finding(Severity.WARNING, code, expected, found, clause);
    findings.add(finding);
  }
}
