package org.ridgeline.casework.verification;

import static org.ridgeline.casework.verification.Conclusion.EXCLUSION;
import static org.ridgeline.casework.verification.Conclusion.IDENTIFICATION;
import static org.ridgeline.casework.verification.Conclusion.INCONCLUSIVE;

import java.util.List;
import java.util.Optional;

/// What verdicts come to: the whole rule, as a table.
///
/// Two who agree settle it. Else a third, a supervisor who was neither and has seen neither
/// verdict, gives one too; then two of three settle it, but nothing is an identification against an
/// exclusion, nor on one person's word. Nobody is asked a fourth time: what is not settled then is
/// inconclusive, and the case goes to a person who decides whether better prints are to be had.
/// - **Source** two agree, else a third: the practice of ten-print sections
public final class SettlementRule {
  private static final List<Row> TABLE =
      List.of(
          new Row(IDENTIFICATION, IDENTIFICATION, Optional.empty(), Settlement.IDENTIFIED),
          new Row(EXCLUSION, EXCLUSION, Optional.empty(), Settlement.EXCLUDED),
          new Row(INCONCLUSIVE, INCONCLUSIVE, Optional.empty(), Settlement.INCONCLUSIVE),
          row(IDENTIFICATION, EXCLUSION, IDENTIFICATION, Settlement.INCONCLUSIVE),
          row(IDENTIFICATION, EXCLUSION, EXCLUSION, Settlement.EXCLUDED),
          row(IDENTIFICATION, EXCLUSION, INCONCLUSIVE, Settlement.INCONCLUSIVE),
          row(IDENTIFICATION, INCONCLUSIVE, IDENTIFICATION, Settlement.IDENTIFIED),
          row(IDENTIFICATION, INCONCLUSIVE, EXCLUSION, Settlement.INCONCLUSIVE),
          row(IDENTIFICATION, INCONCLUSIVE, INCONCLUSIVE, Settlement.INCONCLUSIVE),
          row(EXCLUSION, INCONCLUSIVE, IDENTIFICATION, Settlement.INCONCLUSIVE),
          row(EXCLUSION, INCONCLUSIVE, EXCLUSION, Settlement.EXCLUDED),
          row(EXCLUSION, INCONCLUSIVE, INCONCLUSIVE, Settlement.INCONCLUSIVE));

  private SettlementRule() {}

  /// Two verdicts in any order, the third where they differ, and what follows.
  public record Row(
      Conclusion one, Conclusion other, Optional<Conclusion> third, Settlement settlement) {
    private boolean fits(Conclusion a, Conclusion b) {
      return one == a && other == b || one == b && other == a;
    }
  }

  private static Row row(Conclusion one, Conclusion other, Conclusion third, Settlement then) {
    return new Row(one, other, Optional.of(third), then);
  }

  /// All rows.
  public static List<Row> table() {
    return TABLE;
  }

  /// What two verdicts come to; empty where a supervisor is needed.
  public static Optional<Settlement> of(Conclusion one, Conclusion other) {
    return TABLE.stream()
        .filter(row -> row.fits(one, other) && row.third().isEmpty())
        .map(Row::settlement)
        .findFirst();
  }

  /// What two verdicts that differ and a supervisor's come to.
  /// - **Error** two that agree: IllegalArgumentException
  public static Settlement of(Conclusion one, Conclusion other, Conclusion supervisor) {
    return TABLE.stream()
        .filter(row -> row.fits(one, other) && row.third().equals(Optional.of(supervisor)))
        .map(Row::settlement)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("two agree: " + one + ", " + other));
  }
}
