package org.ridgeline.console.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Transaction;

/// One field of a Type-1 or Type-2 record.
/// - **Shape** `values` one text per subfield, its items joined by a middle dot; equal ones once
public record FieldLine(String tag, String mnemonic, List<String> values) {
  private static final int LEN = 1;
  private static final Profile NAMES = Profile.named("ebts");

  /// The Type-1 and Type-2 fields of a transaction, by number in file order.
  public static List<FieldLine> of(Transaction transaction) {
    List<FieldLine> lines = new ArrayList<>(of(transaction.header()));
    transaction.typeTwo().ifPresent(two -> lines.addAll(of(two)));
    return List.copyOf(lines);
  }

  /// Likewise of a transaction's bytes; of a broken file as much of the Type-1 as can be read.
  public static List<FieldLine> of(byte[] bytes) {
    return switch (ItlReader.read(bytes)) {
      case Decoded.Accepted accepted -> of(accepted.transaction());
      case Decoded.Refused refused -> refused.header().map(FieldLine::of).orElse(List.of());
    };
  }

  private static List<FieldLine> of(ItlRecord record) {
    return record.fields().stream().distinct().map(field -> of(record, field)).toList();
  }

  private static FieldLine of(ItlRecord record, int field) {
    return new FieldLine(
        ItlRecord.tag(record.type(), field),
        field == LEN ? "LEN" : NAMES.mnemonic(record.type(), field).orElse(""),
        values(record.subfields(field)));
  }

  /// What is said again and again, as a refusal says it of each finger, is shown once.
  static List<String> values(List<List<String>> subfields) {
    Map<String, Integer> times = new LinkedHashMap<>();
    subfields.forEach(items -> times.merge(Legible.of(String.join(" · ", items)), 1, Integer::sum));
    return times.entrySet().stream().map(said -> said.getKey() + again(said.getValue())).toList();
  }

  private static String again(int times) {
    return times == 1 ? "" : " (" + times + " times)";
  }
}
