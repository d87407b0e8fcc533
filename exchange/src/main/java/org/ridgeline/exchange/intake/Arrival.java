package org.ridgeline.exchange.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.Tcn;

/// A submission as it came through a door, read once.
/// - **Shape** `header` empty where it could not be read, `read` where the whole could not;
///   `reading`: what the reader found
record Arrival(
    byte[] bytes,
    byte[] sha256,
    Sender sender,
    Optional<TaggedRecord> header,
    Optional<Transaction> read,
    List<Finding> reading) {
  private static final int PRIORITY_USUAL = 5;

  Arrival {
    reading = List.copyOf(reading);
  }

  static Arrival of(byte[] bytes, Sender sender) {
    byte[] sha256 = Sha256.of(bytes);
    return switch (ItlReader.read(bytes)) {
      case Decoded.Accepted(Transaction read, List<Finding> findings) ->
          new Arrival(
              bytes, sha256, sender, Optional.of(read.header()), Optional.of(read), findings);
      case Decoded.Refused(List<Finding> findings, Optional<TaggedRecord> header) ->
          new Arrival(bytes, sha256, sender, header, Optional.empty(), findings);
    };
  }

  /// What is wrong with it: as read, and as a submission. Whether it is refused is decided by all
  /// findings, before the list is cut.
  Checked check() {
    List<Finding> findings = new ArrayList<>(reading);
    read.ifPresent(t -> findings.addAll(SubmissionRules.check(t, sender)));
    boolean refused =
        read.isEmpty() || findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    return new Checked(refused, cut(findings));
  }

  /// - **Limit** findings 0..[Limits#FINDINGS_MAX]
  record Checked(boolean refused, List<Finding> findings) {}

  Optional<String> ori() {
    return header.flatMap(h -> h.value(8)).map(Arrival::short40).filter(v -> !v.isBlank());
  }

  /// 1.006 PRY, 1 the most urgent of 9; the middle where it says none.
  int priority() {
    return header
        .flatMap(h -> h.value(6))
        .filter(pry -> pry.matches("[1-9]"))
        .map(Integer::parseInt)
        .orElse(PRIORITY_USUAL);
  }

  Optional<String> tcn() {
    return header.flatMap(h -> h.value(9)).filter(Tcn::isValid);
  }

  Optional<String> tot() {
    return header.flatMap(h -> h.value(4)).map(Arrival::short40);
  }

  /// A refused header may hold anything; what is kept of it is short and storable.
  private static String short40(String text) {
    String plain = text.replaceAll("[^ -~]", "?");
    return plain.length() > 40 ? plain.substring(0, 40) : plain;
  }

  private static List<Finding> cut(List<Finding> findings) {
    if (findings.size() <= Limits.FINDINGS_MAX) {
      return List.copyOf(findings);
    }
    List<Finding> kept = new ArrayList<>(findings.subList(0, Limits.FINDINGS_MAX - 1));
    kept.add(
        Finding.of(
            Severity.ERROR,
            FindingCode.FINDINGS_CUT,
            "at most " + Limits.FINDINGS_MAX + " findings",
            findings.size() + ", the rest are not shown"));
    return List.copyOf(kept);
  }
}
