package org.ridgeline.casework.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Everything a case rests on at one moment, oldest entry first.
public record Dossier(
    List<CheckEntry> checks,
    List<SupervisorReview> reviews,
    List<Fact> facts,
    List<SourceDocument> documents,
    List<Interview> interviews,
    List<ProtectedStop> stops) {
  public Dossier {
    checks = List.copyOf(checks);
    reviews = List.copyOf(reviews);
    facts = List.copyOf(facts);
    documents = List.copyOf(documents);
    interviews = List.copyOf(interviews);
    stops = List.copyOf(stops);
  }

  /// Nothing yet.
  public static Dossier empty() {
    return new Dossier(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /// The newest run of a check.
  public Optional<CheckEntry> newest(CitizenshipCheck kind) {
    return checks.stream()
        .filter(check -> check.kind() == kind)
        .max(Comparator.comparing(CheckEntry::at));
  }

  /// What a check came to, NOT_RUN where nobody ran it.
  public CheckResult result(CitizenshipCheck kind) {
    return newest(kind).map(CheckEntry::result).orElseGet(CheckResult.NotRun::new);
  }

  /// The newest entry that points to citizenship. A later negative run does not take it back: from
  /// then on two people and a supervisor look.
  public Optional<CheckEntry> indicator() {
    return checks.stream()
        .filter(check -> check.result() instanceof CheckResult.Positive)
        .max(Comparator.comparing(CheckEntry::at));
  }

  /// Whether anything ever pointed to citizenship.
  public boolean hasIndicator() {
    return indicator().isPresent();
  }

  /// Whether a supervisor has looked since the last positive check.
  public boolean isReviewed() {
    Optional<Instant> since = indicator().map(CheckEntry::at);
    return since.isEmpty()
        || reviews.stream().anyMatch(review -> !review.at().isBefore(since.get()));
  }

  /// Facts that point one way; for AGAINST also the statements that none were found.
  public List<Fact> facts(Fact.Side side) {
    Predicate<Fact> fits =
        side == Fact.Side.AGAINST
            ? fact -> fact.side() != Fact.Side.FOR
            : fact -> fact.side() == side;
    return facts.stream().filter(fits).toList();
  }

  /// Documents that are the record itself.
  public List<SourceDocument> primary() {
    return documents.stream().filter(document -> document.head().isPrimary()).toList();
  }

  /// The stop that holds now.
  public Optional<ProtectedStop> stop() {
    return stops.stream().filter(ProtectedStop::isHolding).findFirst();
  }
}
