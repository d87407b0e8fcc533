package org.ridgeline.codec.itl;

import java.util.List;
import java.util.Optional;

/// A transaction: its Type-1 first, then the other records in file order.
/// - **Error** no record, or a first one that is not a Type-1: IllegalArgumentException
/// - **Source** ANSI/NIST-ITL 1-2011, 5.1
public record Transaction(List<ItlRecord> records) {
  public Transaction {
    records = List.copyOf(records);
    if (records.isEmpty()
        || !(records.getFirst() instanceof TaggedRecord first)
        || first.type() != 1) {
      throw new IllegalArgumentException("records=" + records.size() + " expected a Type-1 first");
    }
  }

  /// The Type-1 record.
  public TaggedRecord header() {
    return (TaggedRecord) records.getFirst();
  }

  /// The first Type-2 record.
  public Optional<TaggedRecord> typeTwo() {
    return records.stream()
        .filter(record -> record.type() == 2)
        .map(TaggedRecord.class::cast)
        .findFirst();
  }

  /// The records of one type, in file order.
  public List<ItlRecord> ofType(int type) {
    return records.stream().filter(record -> record.type() == type).toList();
  }

  /// The finger images of all Type-4 and Type-14 that have image data, in file order. One whose
  /// compression, size or position cannot be told is left out; the reader has warned of it.
  public List<FingerImage> fingerImages() {
    return records.stream().flatMap(record -> FingerImage.of(header(), record).stream()).toList();
  }

  /// Type of transaction, 1.004.
  public Optional<String> tot() {
    return header().value(4);
  }

  /// Destination agency, 1.007.
  public Optional<String> dai() {
    return header().value(7);
  }

  /// Originating agency, 1.008.
  public Optional<String> ori() {
    return header().value(8);
  }

  /// Transaction control number, 1.009.
  public Optional<String> tcn() {
    return header().value(9);
  }

  /// Transaction control reference, 1.010.
  public Optional<String> tcr() {
    return header().value(10);
  }

  /// Version of the standard, 1.002.
  public Optional<String> ver() {
    return header().value(2);
  }
}
