package org.ridgeline.codec.ebts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.ridgeline.codec.itl.Findings;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Place;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Checks a transaction against the block of its type: records and Type-2 fields.
///
/// A record or field that has no place in the block is a warning: the table is drawn from samples,
/// and states add fields of their own.
final class TotChecker {
  private static final String TABLE = "EBTS 10.0, table of TOTs";

  /// How a field number gets its mnemonic.
  interface Names {
    Optional<String> mnemonic(int type, int field);
  }

  private final Transaction transaction;
  private final Map<String, TotRule> tots;
  private final Names names;
  private final Findings findings;

  TotChecker(Transaction transaction, Map<String, TotRule> tots, Names names, Findings findings) {
    this.transaction = transaction;
    this.tots = tots;
    this.names = names;
    this.findings = findings;
  }

  void check() {
    TaggedRecord header = transaction.header();
    Optional<String> tot = transaction.tot();
    if (tot.isEmpty()) {
      return;
    }
    TotRule rule = tots.get(tot.get());
    if (rule == null) {
      String expected = "a type of transaction of EBTS";
      FindingCode code = FindingCode.TOT_UNKNOWN;
      findings.add(Place.of(header, 4).error(code, expected, tot.get(), TABLE));
      return;
    }
    records(rule);
    List<ItlRecord> typeTwos = transaction.ofType(2);
    for (int i = 0; i < typeTwos.size(); i++) {
      fields(rule, typeTwos.get(i), i == 0);
    }
  }

  private void records(TotRule rule) {
    Place cnt = Place.of(transaction.header(), 3);
    FindingCode code = FindingCode.RECORD_OCCURRENCE;
    for (TotRule.RecordCount count : rule.records()) {
      long found =
          transaction.records().stream().filter(r -> count.types().contains(r.type())).count();
      if (found < count.min() || found > count.max()) {
        List<String> types = count.types().stream().map(type -> "Type-" + type).toList();
        String expected =
            count.min() + ".." + count.max() + " records " + String.join(" or ", types);
        String inTot = expected + " in a " + rule.tot();
        findings.add(cnt.error(code, inTot, found + " of them", rule.clause()));
      }
    }
    TreeSet<Integer> unlisted = new TreeSet<>();
    for (ItlRecord record : transaction.records()) {
      if (!rule.takes(record.type()) && unlisted.add(record.type())) {
        String expected = "records that a " + rule.tot() + " has";
        String found = "a Type-" + record.type();
        findings.add(cnt.finding(Severity.WARNING, code, expected, found, rule.clause()));
      }
    }
  }

  private void fields(TotRule rule, ItlRecord two, boolean first) {
    List<Integer> numbers = new ArrayList<>(new TreeSet<>(rule.fields().keySet()));
    for (int number : numbers) {
      TotRule.FieldCount count = rule.fields().get(number);
      String label = count.mnemonic() + " (" + ItlRecord.tag(2, number) + ")";
      boolean filled =
          two.subfields(number).stream().flatMap(List::stream).anyMatch(TotChecker::is);
      if (!filled && (two.has(number) || count.min() > 0 && first)) {
        boolean mandatory = count.min() > 0 && first;
        Severity severity = mandatory ? Severity.ERROR : Severity.WARNING;
        FindingCode code = mandatory ? FindingCode.FIELD_MISSING : FindingCode.FIELD_RANGE;
        String expected =
            label + (mandatory ? ", mandatory in a " + rule.tot() : " with a value, or no field");
        String found = two.has(number) ? "an empty field" : "no such field";
        Place at = Place.of(two, number);
        findings.add(at.finding(severity, code, expected, found, rule.clause()));
      }
      int occurs = two.subfields(number).size();
      if (filled && occurs > count.max()) {
        String expected = "at most " + count.max() + " of " + label + " in a " + rule.tot();
        FindingCode code = FindingCode.FIELD_OCCURRENCE;
        Place at = Place.of(two, number);
        findings.add(at.error(code, expected, occurs + " of it", rule.clause()));
      }
    }
    for (int number : two.fields()) {
      if (number > 2 && rule.field(number).isEmpty()) {
        String label = names.mnemonic(2, number).map(m -> m + ", ").orElse("");
        String expected = "fields that a " + rule.tot() + " has";
        String found = label + ItlRecord.tag(2, number);
        FindingCode code = FindingCode.FIELD_NOT_ALLOWED;
        Place at = Place.of(two, number);
        findings.add(at.finding(Severity.WARNING, code, expected, found, rule.clause()));
      }
    }
  }

  private static boolean is(String item) {
    return !item.isEmpty();
  }
}
