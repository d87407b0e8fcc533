package org.ridgeline.codec.ebts;

import java.util.List;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.vocabulary.Severity;

/// What a field must look like: one row of a rules file.
/// - **Shape** `occursMin..occursMax` subfields; `verMin..verMax` the versions (1.002) it holds for
record FieldRule(
    int type,
    int field,
    String mnemonic,
    Use use,
    Severity severity,
    int occursMin,
    int occursMax,
    int verMin,
    int verMax,
    List<Item> items,
    String clause) {
  FieldRule {
    items = List.copyOf(items);
  }

  /// One information item of each subfield. A `rest` item stands for any number of further ones.
  record Item(String name, boolean mandatory, boolean rest, List<Check> checks) {
    Item {
      checks = List.copyOf(checks);
    }
  }

  String tag() {
    return ItlRecord.tag(type, field);
  }

  /// The field as a finding names it: "DOB (2.022)".
  String label() {
    return mnemonic + " (" + tag() + ")";
  }

  boolean isFor(int version) {
    return version >= verMin && version <= verMax;
  }
}
