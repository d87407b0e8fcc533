package org.ridgeline.codec.itl;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A Type-1 record as what it says: who sends what to whom. Text is "" where a field is missing.
/// - **Unit** `nsrPpi`, `ntrPpi` pixels per inch, 0 where 1.011 and 1.012 give none
/// - **Source** ANSI/NIST-ITL 1-2011, 8.1
public record Header(
    String ver,
    List<Content> cnt,
    String tot,
    String dat,
    OptionalInt pry,
    String dai,
    String ori,
    String tcn,
    String tcr,
    int nsrPpi,
    int ntrPpi,
    List<String> dom,
    String gmt) {
  public Header {
    cnt = List.copyOf(cnt);
    dom = List.copyOf(dom);
  }

  /// One record that CNT names: its type, and its IDC (-1 where it is not a number).
  /// - **Source** ANSI/NIST-ITL 1-2011, 8.1.3 (1.003 CNT)
  public record Content(int type, int idc) {}

  /// The view of a Type-1.
  public static Header of(TaggedRecord record) {
    List<List<String>> cnt = record.subfields(3);
    List<Content> content = new ArrayList<>();
    for (List<String> entry : cnt.subList(Math.min(1, cnt.size()), cnt.size())) {
      int type = Digits.number(entry.getFirst());
      content.add(new Content(type, Digits.number(Values.item(entry, 1))));
    }
    return new Header(
        Values.text(record, 2),
        content,
        Values.text(record, 4),
        Values.text(record, 5),
        Values.number(record, 6),
        Values.text(record, 7),
        Values.text(record, 8),
        Values.text(record, 9),
        Values.text(record, 10),
        Values.ofPixelsPerMm(record.value(11)),
        Values.ofPixelsPerMm(record.value(12)),
        record.subfields(13).stream().findFirst().orElse(List.of()),
        Values.text(record, 14));
  }
}
