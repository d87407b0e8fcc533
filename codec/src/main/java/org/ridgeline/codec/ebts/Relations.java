package org.ridgeline.codec.ebts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.codec.itl.Findings;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Place;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.vocabulary.FindingCode;

/// What fields demand of each other, beyond one field's presence deciding another's.
/// - **Source** ANSI/NIST-ITL 1-2011, 8.1, 8.13 to 8.15
final class Relations {
  /// 1.002 of the 2011 edition, as a number.
  static final int EDITION_2011 = 500;

  private static final String ITL = "ANSI/NIST-ITL 1-2011 ";

  /// Least resolution of a Type-4, 19.69 per mm less two hundredths.
  private static final String PPMM_MIN = "19.30";

  private static final Map<String, String> ENCODINGS =
      Map.of("0", "ASCII", "2", "UTF-16", "3", "UTF-8", "4", "UTF-32");

  private final Transaction transaction;
  private final int version;
  private final Findings findings;

  private Relations(Transaction transaction, int version, Findings findings) {
    this.transaction = transaction;
    this.version = version;
    this.findings = findings;
  }

  static void check(Transaction transaction, int version, Findings findings) {
    Relations relations = new Relations(transaction, version, findings);
    relations.content();
    relations.resolution();
    relations.encoding();
    relations.deprecated();
    transaction
        .records()
        .forEach(record -> {
          ImageRelations.check(record, version, findings);
          DataRelations.check(transaction, record, findings);
        });
  }

  /// CNT opens with 1, and names each record's own IDC.
  private void content() {
    TaggedRecord header = transaction.header();
    List<List<String>> cnt = header.subfields(3);
    if (!cnt.isEmpty() && !cnt.getFirst().getFirst().matches("0*1")) {
      String expected = "CNT FRC: 1, the Type-1 itself";
      add(
          FindingCode.HEADER_INVALID,
          Place.of(header, 3),
          expected,
          cnt.getFirst().getFirst(),
          "8.1.3");
    }
    for (int i = 1; i < transaction.records().size() && i < cnt.size(); i++) {
      ItlRecord record = transaction.records().get(i);
      List<String> entry = cnt.get(i);
      String named = entry.size() > 1 ? entry.get(1) : "";
      if (!named.matches("[0-9]{1,4}")) {
        String expected = "CNT: an IDC of 0..99 for record " + record.name();
        add(FindingCode.HEADER_INVALID, Place.of(header, 3), expected, named, "8.1.3");
      } else if (Integer.parseInt(named) != record.idc()) {
        String expected = "IDC " + named + ", as CNT says";
        String found = String.valueOf(record.idc());
        add(FindingCode.CNT_MISMATCH, Place.of(record, 2), expected, found, "8.1.3");
      }
    }
  }

  /// NSR and NTR are 00.00 unless a record gives its resolution by them.
  private void resolution() {
    TaggedRecord header = transaction.header();
    boolean needed =
        transaction.records().stream()
            .anyMatch(r -> version < EDITION_2011 ? r.type() >= 3 && r.type() <= 7 : r.type() == 4);
    for (int field : List.of(11, 12)) {
      Optional<String> value = header.value(field);
      if (value.isEmpty()) {
        continue;
      }
      String name = field == 11 ? "NSR" : "NTR";
      if (!needed && version >= EDITION_2011 && !value.get().matches("0+(\\.0*)?")) {
        String expected = name + ": 00.00 where there is no Type-4";
        add(FindingCode.FIELD_RELATION, Place.of(header, field), expected, value.get(), "8.1.11");
      }
      boolean four = !transaction.ofType(4).isEmpty();
      if (four
          && value.get().matches("[0-9]{2}\\.[0-9]{2}")
          && value.get().compareTo(PPMM_MIN) < 0) {
        String expected = name + ": at least " + PPMM_MIN + " per mm (490 ppi) with a Type-4";
        add(FindingCode.FIELD_RELATION, Place.of(header, field), expected, value.get(), "8.1.11");
      }
    }
  }

  /// DCS: the encoding's number and its name say the same.
  private void encoding() {
    TaggedRecord header = transaction.header();
    for (List<String> dcs : header.subfields(15)) {
      String csi = dcs.getFirst().replaceFirst("^0+(?=[0-9])", "");
      String csn = dcs.size() > 1 ? dcs.get(1) : "";
      String named = ENCODINGS.get(csi);
      if (named != null && !csn.isEmpty() && !named.equalsIgnoreCase(csn)) {
        String expected = "DCS CSN: " + named + ", the name of CSI " + csi;
        add(FindingCode.FIELD_RELATION, Place.of(header, 15), expected, csn, "8.1.15, Table 4");
      }
    }
  }

  private void deprecated() {
    if (version < EDITION_2011) {
      return;
    }
    for (ItlRecord record : transaction.records()) {
      if (List.of(3, 5, 6).contains(record.type())) {
        String expected = "no Type-" + record.type() + " records from version 0500 on";
        String found = "a Type-" + record.type();
        add(FindingCode.RECORD_OCCURRENCE, Place.of(record, 1), expected, found, "5.3");
      }
    }
  }

  private void add(FindingCode code, Place at, String expected, String found, String clause) {
    findings.add(at.error(code, expected, found, ITL + clause));
  }
}
