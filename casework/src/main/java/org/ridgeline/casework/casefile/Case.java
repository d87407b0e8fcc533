package org.ridgeline.casework.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A case as its row stands: one person in one custody event.
/// - **Shape** `number` as people call it; `version` rises with every step; `stopped` while a
///   protected-person stop holds; `level` of the priority policy, UNDETERMINED until assessed;
///   `bookings` first made first, the first being the one examiners compare
public record Case(
    UUID caseId,
    String number,
    UUID personId,
    CaseState state,
    int version,
    boolean stopped,
    Place place,
    String level,
    Optional<String> assignedTo,
    Instant openedAt,
    Optional<Instant> verifiedAt,
    Optional<String> outcome,
    Optional<Instant> closedAt,
    Optional<Instant> purgedAt,
    List<Booking> bookings) {
  public Case {
    bookings = List.copyOf(bookings);
  }

  /// Where the person was booked, and the office that covers the place, if one does.
  public record Place(String fips, String state, Optional<String> office) {}

  /// A booking whose prints led here.
  /// - **Shape** `control` of its submission; `encounterId` the record that looks alike; `joined`
  ///   for a later booking of the same custody event, whose prints nobody has compared
  public record Booking(
      UUID leadId,
      String control,
      String tcn,
      UUID encounterId,
      String decision,
      List<String> namesClaimed,
      List<String> namesKnown,
      Instant madeAt,
      boolean joined) {
    public Booking {
      namesClaimed = List.copyOf(namesClaimed);
      namesKnown = List.copyOf(namesKnown);
    }
  }

  /// The booking that examiners compare.
  public Booking booking() {
    return bookings.getFirst();
  }

  /// Whether it has ended.
  public boolean isClosed() {
    return state.isClosed();
  }
}
