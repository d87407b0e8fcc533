package org.ridgeline.casework.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.verification.Settlement;

/// A case as its row stands: one person in one custody event.
/// - **Shape** `number` as people call it; `version` rises with every step; `stopped` while a
///   protected-person stop holds; `level` of the priority policy, UNDETERMINED until assessed;
///   `bookings` first made first, the first being the one the case stands on
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
  ///   for a later booking of the same custody event, whose prints examiners compare by themselves;
  ///   `settlement` what they found of a joined one, empty while they have not
  public record Booking(
      UUID leadId,
      String control,
      String tcn,
      UUID encounterId,
      String decision,
      List<String> namesClaimed,
      List<String> namesKnown,
      Instant madeAt,
      boolean joined,
      Optional<Settlement> settlement) {
    public Booking {
      namesClaimed = List.copyOf(namesClaimed);
      namesKnown = List.copyOf(namesKnown);
    }

    /// What it is to the case, as people read it.
    public String words() {
      if (!joined) {
        return "Booking";
      }
      return settlement
          .map(found ->
              switch (found) {
                case IDENTIFIED -> "Joined booking, examiners: same person";
                case EXCLUDED -> "Joined booking, examiners: not the person, answered \"no match\"";
                case INCONCLUSIVE -> "Joined booking, examiners cannot tell, answered \"no match\"";
              })
          .orElse("Joined booking, its prints being verified");
    }

    /// Whether what is determined of the case may be said of this booking: the case stands on it,
    /// or two examiners have identified it too.
    public boolean isAnswered() {
      return !joined || settlement.equals(Optional.of(Settlement.IDENTIFIED));
    }
  }

  /// The booking whose prints decide whether the case goes on.
  public Booking booking() {
    return bookings.getFirst();
  }

  /// One of its bookings.
  public Optional<Booking> booking(String control) {
    return bookings.stream().filter(booking -> booking.control().equals(control)).findFirst();
  }

  /// Whether it has ended.
  public boolean isClosed() {
    return state.isClosed();
  }
}
