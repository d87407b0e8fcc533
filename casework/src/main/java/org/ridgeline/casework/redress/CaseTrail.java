package org.ridgeline.casework.redress;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseEvent;
import org.ridgeline.casework.casefile.CaseStore;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.Subject;

/// What is on record of the case that an item is about: by its timeline and by the ledger.
public final class CaseTrail {
  private final CaseStore cases;
  private final LedgerReader record;

  /// - **Shape** `record` of the ledger's owner: it tells who worked on a case and who was told
  public CaseTrail(CaseStore cases, LedgerReader record) {
    this.cases = cases;
    this.record = record;
  }

  /// The case an item is linked to.
  Optional<Case> linked(RedressItem item) {
    return item.caseId().flatMap(cases::byId);
  }

  /// The case that a case's number or a submission's control number names.
  Optional<UUID> named(String text) {
    return cases.ofNumber(text).or(() -> cases.ofControl(text).map(Case::caseId));
  }

  /// All names under which the ledger knows what an item is about.
  Set<Subject> subjects(RedressItem item) {
    Set<Subject> subjects = new HashSet<>();
    linked(item)
        .ifPresent(one -> {
          subjects.add(Subject.Kind.CASE.of(one.caseId()));
          subjects.add(Subject.Kind.PERSON.of(one.personId()));
          one.bookings().forEach(b -> subjects.add(Subject.Kind.SUBMISSION.of(b.control())));
        });
    return subjects;
  }

  /// The ledger's entries about what an item is about, in its order.
  List<ChainedEntry> entries(RedressItem item) {
    return record.about(subjects(item));
  }

  /// Whether somebody did anything with a case but read it.
  boolean hasWorkedOn(String name, UUID caseId) {
    return cases.events(caseId).stream().map(CaseEvent::actor).anyMatch(name::equals)
        || record.about(List.of(Subject.Kind.CASE.of(caseId))).stream()
            .map(ChainedEntry::entry)
            .filter(e -> !e.action().family().equals("redress") && !isReading(e.action()))
            .anyMatch(e -> e.actor().equals(name));
  }

  private static boolean isReading(Action action) {
    return action.key().endsWith(".read");
  }
}
