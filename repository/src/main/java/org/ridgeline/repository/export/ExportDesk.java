package org.ridgeline.repository.export;

import java.util.List;
import java.util.UUID;

/// The exports of all repositories of one installation.
public final class ExportDesk {
  private final List<Exports> all;

  public ExportDesk(List<Exports> all) {
    this.all = List.copyOf(all);
  }

  /// Those of a repository.
  /// - **Error** none of that name: [ExportRefusedException]
  public Exports of(String repository) {
    return all.stream()
        .filter(one -> one.repository().equals(repository))
        .findFirst()
        .orElseThrow(() ->
            new ExportRefusedException(
                "repository \"" + repository + "\" expected one of " + names()));
  }

  /// Those among which an export is.
  /// - **Error** none of that id: [ExportRefusedException]
  public Exports having(UUID id) {
    return all.stream()
        .filter(one -> one.has(id))
        .findFirst()
        .orElseThrow(() ->
            new ExportRefusedException(
                "no repository has an export " + id + ": list them for their ids"));
  }

  /// The repositories' names.
  public List<String> names() {
    return all.stream().map(Exports::repository).toList();
  }

  /// Those of every repository.
  public List<Exports> all() {
    return all;
  }
}
