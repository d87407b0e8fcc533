package org.ridgeline.casework.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.verification.Settlement;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.policy.Level;

/// A case as its row stands: one person in one custody event.
/// - **Shape** `number` as people call it; `outcome` the key of what was determined or became of
///   the person; `bookings` first made first, the first being the one the case stands on
public record Case(
    UUID caseId,
    String number,
    UUID personId,
    Standing standing,
    Place place,
    Dates dates,
    Optional<String> outcome,
    List<Booking> bookings) {
  public Case {
    bookings = List.copyOf(bookings);
  }

  /// How far it is, and with whom.
  /// - **Shape** `version` rises with every step; `stopped` while a protected-person stop holds;
  ///   `level` of the priority policy, UNDETERMINED until assessed
  public record Standing(
      CaseState state, int version, boolean stopped, Level level, Optional<String> assignedTo) {}

  /// When what was done with it.
  /// - **Shape** `verifiedAt` examiners identified; `purgedAt` what it knows of the person went
  public record Dates(
      Instant openedAt,
      Optional<Instant> verifiedAt,
      Optional<Instant> closedAt,
      Optional<Instant> purgedAt) {}

  /// Where the person was booked, and the office that covers the place, if one does.
  public record Place(String fips, String state, Optional<String> office) {}

  /// A booking whose prints led here.
  /// - **Shape** `control` of its submission; `encounterId` the record that looks alike
  public record Booking(
      UUID leadId,
      String control,
      String tcn,
      UUID encounterId,
      SearchDecision decision,
      Names names,
      Instant madeAt,
      Joining joining) {
    /// The names on the booking and those on the record.
    public record Names(List<String> claimed, List<String> known) {
      public Names {
        claimed = List.copyOf(claimed);
        known = List.copyOf(known);
      }
    }

    /// Whether it is a later booking of the same custody event, whose prints examiners compare by
    /// themselves.
    /// - **Shape** `settlement` what they found of a joined one, empty while they have not
    public record Joining(boolean joined, Optional<Settlement> settlement) {}

    /// Names said at the booking.
    public List<String> namesClaimed() {
      return names.claimed();
    }

    /// Names on the record.
    public List<String> namesKnown() {
      return names.known();
    }

    /// Whether it joined a case that stands on another.
    public boolean joined() {
      return joining.joined();
    }

    /// What examiners found of a joined one.
    public Optional<Settlement> settlement() {
      return joining.settlement();
    }

    /// What it is to the case, as people read it.
    public String words() {
      if (!joined()) {
        return "Booking";
      }
      return settlement()
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
      return !joined() || settlement().equals(Optional.of(Settlement.IDENTIFIED));
    }
  }

  /// Where it stands.
  public CaseState state() {
    return standing.state();
  }

  /// Rises with every step.
  public int version() {
    return standing.version();
  }

  /// Whether a protected-person stop holds.
  public boolean stopped() {
    return standing.stopped();
  }

  /// What orders queues.
  public Level level() {
    return standing.level();
  }

  /// Who has it.
  public Optional<String> assignedTo() {
    return standing.assignedTo();
  }

  /// When its lead was taken.
  public Instant openedAt() {
    return dates.openedAt();
  }

  /// When examiners identified the person.
  public Optional<Instant> verifiedAt() {
    return dates.verifiedAt();
  }

  /// When it ended.
  public Optional<Instant> closedAt() {
    return dates.closedAt();
  }

  /// When what it knows of the person was taken out.
  public Optional<Instant> purgedAt() {
    return dates.purgedAt();
  }

  /// What became of the machine match that it stands on.
  public LeadStanding match() {
    return LeadStanding.of(
        state(), verifiedAt().isPresent(), purgedAt().isPresent(), Optional.empty());
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
    return state().isClosed();
  }
}
