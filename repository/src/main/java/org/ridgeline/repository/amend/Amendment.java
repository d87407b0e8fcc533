package org.ridgeline.repository.amend;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.ledger.SignedText;

/// An amendment as it stands.
/// - **Shape** `receipt` of an erasure that was applied; `sweptAt`: when galleries and tables had
///   been written over after it
public record Amendment(
    UUID id,
    Change change,
    Ground ground,
    Step asked,
    Optional<Decision> decision,
    Touched touched,
    Optional<SignedText> receipt,
    Optional<Instant> sweptAt) {
  /// Whom it touched: nobody before it was applied.
  public record Touched(List<UUID> persons, List<UUID> encounters) {
    static final Touched NOBODY = new Touched(List.of(), List.of());

    public Touched {
      persons = List.copyOf(persons);
      encounters = List.copyOf(encounters);
    }
  }

  /// Who, and when.
  public record Step(String by, Instant at) {}

  /// What the second person did.
  public record Decision(boolean isApplied, Step step) {}

  /// Whether the second person has not decided yet.
  public boolean isOpen() {
    return decision.isEmpty();
  }

  /// Whether it was approved and done.
  public boolean isApplied() {
    return decision.filter(Decision::isApplied).isPresent();
  }

  /// `ASKED`, `APPLIED` or `DECLINED`.
  public String state() {
    return decision.map(d -> d.isApplied() ? "APPLIED" : "DECLINED").orElse("ASKED");
  }
}
