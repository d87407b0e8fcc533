package org.ridgeline.exchange.export;

import java.util.Map;

/// What was written, all of it counted once.
/// - **Shape** `counts.encounters` is the sum of `originals`, `made` and `withoutPrints`;
///   `encountersAtStart` is `counts.encounters` and `erasedMeanwhile`; `manifestSha256` 64 hex
///   digits
public record Exported(
    String export,
    String repository,
    String receiver,
    long encountersAtStart,
    long erasedMeanwhile,
    long enrolledSince,
    Counts counts,
    String manifestSha256) {
  /// - **Shape** `originals`: files as they came; of these `damaged` are not what their digest in
  ///   the database says; `made`: of templates, where no file is kept; `withoutPrints`: neither;
  ///   `sealed`: of all, in a folder of their own
  /// - **Unit** bytes of all encounters' files
  public record Counts(
      long persons,
      long encounters,
      long sealed,
      long originals,
      long damaged,
      long made,
      long withoutPrints,
      long bytes) {}

  /// For the ledger.
  Map<String, String> detail() {
    return Map.of(
        "persons", text(counts.persons),
        "encounters", text(counts.encounters),
        "sealed", text(counts.sealed),
        "originals", text(counts.originals),
        "damaged", text(counts.damaged),
        "made", text(counts.made),
        "without-prints", text(counts.withoutPrints),
        "bytes", text(counts.bytes),
        "erased-meanwhile", text(erasedMeanwhile));
  }

  private static String text(long number) {
    return String.valueOf(number);
  }
}
