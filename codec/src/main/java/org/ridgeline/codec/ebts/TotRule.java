package org.ridgeline.codec.ebts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a type of transaction takes: one `tot` block of a rules file.
record TotRule(
    String tot,
    String title,
    List<RecordCount> records,
    Map<Integer, FieldCount> fields,
    String clause) {
  TotRule {
    records = List.copyOf(records);
    fields = Map.copyOf(fields);
  }

  /// How many records of some types together there may be.
  record RecordCount(List<Integer> types, int min, int max) {
    RecordCount {
      types = List.copyOf(types);
    }
  }

  /// How often a Type-2 field may occur; mandatory where `min` is above 0.
  record FieldCount(String mnemonic, int min, int max) {}

  /// Whether records of a type have a place in this transaction.
  boolean takes(int type) {
    return type <= 2 || records.stream().anyMatch(count -> count.types().contains(type));
  }

  Optional<FieldCount> field(int number) {
    return Optional.ofNullable(fields.get(number));
  }
}
