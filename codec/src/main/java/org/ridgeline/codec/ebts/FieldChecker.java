package org.ridgeline.codec.ebts;

import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.itl.Findings;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;

/// Checks one record's fields against rows of a rules file.
final class FieldChecker {
  private static final int SHOWN_CHARS_MAX = 60;

  private final ItlRecord record;
  private final Findings findings;

  FieldChecker(ItlRecord record, Findings findings) {
    this.record = record;
    this.findings = findings;
  }

  void check(FieldRule rule) {
    boolean present = record.has(rule.field());
    switch (rule.use().in(record)) {
      case Use.Mandatory _ -> {
        if (!present) {
          missing(rule);
        }
      }
      case Use.Forbidden _ -> {
        if (present) {
          String expected = "no " + rule.label() + why(rule);
          add(rule, FindingCode.FIELD_NOT_ALLOWED, expected, shown(rule));
          return;
        }
      }
      case Use.Allowed _, Use.When _ -> {}
    }
    if (present) {
      value(rule);
    }
  }

  private void missing(FieldRule rule) {
    FindingCode code = rule.type() == 1 ? FindingCode.HEADER_MISSING : FindingCode.FIELD_MISSING;
    add(rule, code, rule.label() + ", mandatory" + why(rule), "no such field");
  }

  private String why(FieldRule rule) {
    return rule.use().why(record).map(why -> " " + why).orElse("");
  }

  private void value(FieldRule rule) {
    List<List<String>> subfields = record.subfields(rule.field());
    int occurs = subfields.size();
    boolean isData = occurs == 0;
    if (isData) {
      return;
    }
    boolean empty = subfields.stream().allMatch(s -> s.stream().allMatch(String::isEmpty));
    if (empty) {
      if (rule.use().in(record) instanceof Use.Mandatory) {
        missing(rule);
      } else if (rule.type() != 2 && rule.items().stream().anyMatch(FieldRule.Item::mandatory)) {
        String expected = "a value for " + rule.label() + ", or no such field";
        add(rule, FindingCode.FIELD_RANGE, expected, "an empty field");
      }
      return;
    }
    if (occurs < rule.occursMin() || occurs > rule.occursMax()) {
      String range =
          rule.occursMin() == rule.occursMax()
              ? String.valueOf(rule.occursMin())
              : rule.occursMin() + ".." + rule.occursMax();
      add(rule, FindingCode.FIELD_OCCURRENCE, range + " of " + rule.label(), occurs + " of it");
    }
    for (int i = 0; i < Math.min(occurs, Math.max(rule.occursMax(), 1)); i++) {
      items(rule, subfields.get(i));
    }
  }

  private void items(FieldRule rule, List<String> values) {
    List<FieldRule.Item> items = rule.items();
    if (items.isEmpty()) {
      return;
    }
    boolean open = items.getLast().rest();
    int named = open ? items.size() - 1 : items.size();
    if (!open && values.size() > named) {
      String expected = named + " information items in " + rule.label();
      add(rule, FindingCode.FIELD_OCCURRENCE, expected, values.size() + " items");
    }
    for (int i = 0; i < named; i++) {
      item(rule, items.get(i), i < values.size() ? values.get(i) : "");
    }
  }

  private void item(FieldRule rule, FieldRule.Item item, String value) {
    String name = rule.items().size() == 1 ? rule.mnemonic() : rule.mnemonic() + " " + item.name();
    if (value.isEmpty()) {
      if (item.mandatory()) {
        add(rule, invalid(rule), name + ", a mandatory information item", "nothing");
      }
      return;
    }
    for (Check check : item.checks()) {
      if (!check.matches(value)) {
        FindingCode code = rule.type() == 1 ? FindingCode.HEADER_INVALID : check.code();
        add(rule, code, name + ": " + check.expected(), cut(value));
        return;
      }
    }
  }

  private static FindingCode invalid(FieldRule rule) {
    return rule.type() == 1 ? FindingCode.HEADER_INVALID : FindingCode.FIELD_INVALID;
  }

  private String shown(FieldRule rule) {
    return cut(record.value(rule.field()).orElse("a field"));
  }

  private static String cut(String value) {
    return value.length() <= SHOWN_CHARS_MAX ? value : value.substring(0, SHOWN_CHARS_MAX) + "...";
  }

  private void add(FieldRule rule, FindingCode code, String expected, String found) {
    long at =
        Optional.of(record.offsetOf(rule.field())).filter(o -> o >= 0).orElse(record.offset());
    findings.add(
        new Finding(
            rule.severity(), code, record.name(), rule.tag(), at, expected, found, rule.clause()));
  }
}
