package org.ridgeline.repository.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Erasures of one repository of which something may still be in files.
/// - **Shape** `expired`: encounters that went by their age
public record Unswept(List<Amendment> amendments, List<Gone> expired) {
  /// An encounter that went by its age.
  /// - **Shape** `persons`: its person, where they went with it
  public record Gone(UUID encounterId, List<UUID> persons) {
    public Gone {
      persons = List.copyOf(persons);
    }
  }

  public Unswept {
    amendments = List.copyOf(amendments);
    expired = List.copyOf(expired);
  }

  /// Whether there is none.
  public boolean isEmpty() {
    return amendments.isEmpty() && expired.isEmpty();
  }

  /// Whom they touched: each amendment by itself, all that went by their age together.
  public List<Amendment.Touched> touched() {
    List<Amendment.Touched> all =
        new ArrayList<>(amendments.stream().map(Amendment::touched).toList());
    if (!expired.isEmpty()) {
      all.add(
          new Amendment.Touched(
              expired.stream().flatMap(one -> one.persons().stream()).toList(),
              expired.stream().map(Gone::encounterId).toList()));
    }
    return all;
  }
}
