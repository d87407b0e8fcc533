package org.ridgeline.casework.redress;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What redress put right in a case, for those who work on it.
public final class CaseRulings {
  private final RedressStore store;

  public CaseRulings(RedressStore store) {
    this.store = store;
  }

  /// A decision that puts something right in a case.
  /// - **Shape** `statement` what everybody who was told is told; nothing of who asked
  public record Ruling(String number, Instant decidedAt, List<Remedy> remedies, String statement) {
    public Ruling {
      remedies = List.copyOf(remedies);
    }
  }

  /// What redress officers decided to put right in a case, oldest first: for those who work on it.
  public List<Ruling> of(UUID caseId) {
    return store.ofCase(caseId).stream()
        .flatMap(item ->
            item.decided().stream()
                .filter(decided -> !decided.remedies().isEmpty())
                .map(decided ->
                    new Ruling(
                        item.number(), decided.at(), decided.remedies(), decided.statement())))
        .toList();
  }
}
