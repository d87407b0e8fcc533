package org.ridgeline.repository.amend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.repository.AmendmentRefusedException;

/// The amendments of all repositories of one installation.
public final class AmendmentDesk {
  private final List<Amendments> all;

  public AmendmentDesk(List<Amendments> all) {
    this.all = List.copyOf(all);
  }

  /// Those of a repository.
  /// - **Error** none of that name: [AmendmentRefusedException]
  public Amendments of(String repository) {
    return all.stream()
        .filter(one -> one.repository().equals(repository))
        .findFirst()
        .orElseThrow(() ->
            new AmendmentRefusedException(
                "repository \"" + repository + "\" expected one of " + names()));
  }

  /// The repositories' names.
  public List<String> names() {
    return all.stream().map(Amendments::repository).toList();
  }

  /// Those of every repository.
  public List<Amendments> all() {
    return all;
  }

  /// Erasures of which something may still be in files.
  public Map<Amendments, Unswept> notSwept() {
    Map<Amendments, Unswept> due = new LinkedHashMap<>();
    all.forEach(one -> due.put(one, one.notSwept()));
    return due;
  }

  /// Writes into the ledger what was done and does not stand there yet.
  public void recordApplied() {
    all.forEach(Amendments::recordApplied);
  }
}
