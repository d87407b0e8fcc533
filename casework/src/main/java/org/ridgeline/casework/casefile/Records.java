package org.ridgeline.casework.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.policy.history.HistoryLine;

/// What the two repositories and the booking know of the person of a case. Given to casework by
/// whoever wires it to them; asked anew each time, nothing of it is copied.
@FunctionalInterface
public interface Records {
  /// What is known now.
  Known of(Case one);

  /// What is known of a person.
  /// - **Shape** `identifiers` by kind; `history` lines of the criminal repository, whose charges
  ///   no court has spoken on; `encounters` and `priorRemovals` of the immigration repository;
  ///   `trouble` says which repository could not be asked
  record Known(
      List<String> namesClaimed,
      List<String> namesKnown,
      Map<String, List<String>> identifiers,
      List<HistoryLine> history,
      List<Encounter> encounters,
      List<Encounter> priorRemovals,
      Optional<String> trouble) {
    public Known {
      namesClaimed = List.copyOf(namesClaimed);
      namesKnown = List.copyOf(namesKnown);
      identifiers = Map.copyOf(identifiers);
      history = List.copyOf(history);
      encounters = List.copyOf(encounters);
      priorRemovals = List.copyOf(priorRemovals);
    }

    /// Nothing known, or nothing left.
    public static Known nothing() {
      return new Known(
          List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(), Optional.empty());
    }
  }

  /// A line of the immigration repository.
  record Encounter(String kind, Optional<LocalDate> occurredOn, String text) {}
}
