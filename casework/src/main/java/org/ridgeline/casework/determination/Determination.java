package org.ridgeline.casework.determination;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What an officer decided and signed, and who signed second where two had to. There is no other
/// way out of casework: a second answer that says more than "no match" is made of this, and this is
/// made only by [SigningDesk], behind the password, or read back from what was signed.
public final class Determination {
  private final UUID determinationId;
  private final UUID caseId;
  private final DeterminationKind kind;
  private final Basis basis;
  private final Signature first;
  private final Optional<Signature> second;

  /// Who signed, when, and on what.
  /// - **Shape** `dossier` the digest of what they saw, in hex; empty before signatures named it
  public record Signature(String by, Instant at, Optional<String> dossier) {}

  /// What it rests on.
  /// - **Shape** `primaryDocument`: the source document that was reviewed, empty for a
  ///   determination from databases only; `secondNeeded`: whether two had to sign
  public record Basis(Optional<UUID> primaryDocument, String narrative, boolean secondNeeded) {
    /// Whether nobody looked at a source document: counted and shown wherever it appears.
    public boolean isDatabaseOnly() {
      return primaryDocument.isEmpty();
    }
  }

  Determination(
      UUID determinationId,
      UUID caseId,
      DeterminationKind kind,
      Basis basis,
      SignatureBlock signatures) {
    if (basis.secondNeeded() && signatures.second().isEmpty()) {
      throw new IllegalArgumentException(
          "determination " + determinationId + " signed once of two");
    }
    this.determinationId = determinationId;
    this.caseId = caseId;
    this.kind = kind;
    this.basis = basis;
    first = signatures.first();
    second = signatures.second();
  }

  /// One signature, or two of different people.
  record SignatureBlock(Signature first, Optional<Signature> second) {
    SignatureBlock {
      if (second.filter(signature -> signature.by().equals(first.by())).isPresent()) {
        throw new IllegalArgumentException("signed twice by " + first.by());
      }
    }
  }

  public UUID determinationId() {
    return determinationId;
  }

  public UUID caseId() {
    return caseId;
  }

  public DeterminationKind kind() {
    return kind;
  }

  public Basis basis() {
    return basis;
  }

  public Signature first() {
    return first;
  }

  public Optional<Signature> second() {
    return second;
  }
}
