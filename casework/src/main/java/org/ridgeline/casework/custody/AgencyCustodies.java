package org.ridgeline.casework.custody;

import java.util.List;
import java.util.Optional;
import org.ridgeline.casework.desk.Actor;

/// What a booking agency may see of custodies, whatever door it comes through: those it has been
/// told of, because it had a second answer or was handed the person. For it there are no others.
public final class AgencyCustodies {
  /// What every agency reads them for.
  public static final String PURPOSE = "own bookings and people in own custody";

  private final CustodyDesk desk;
  private final SecondAnswered answered;

  public AgencyCustodies(CustodyDesk desk, SecondAnswered answered) {
    this.desk = desk;
    this.answered = answered;
  }

  /// Whether an agency was sent a second answer to a booking: the exchange knows.
  @FunctionalInterface
  public interface SecondAnswered {
    /// Asks by the agency's ORI and the booking's control number.
    boolean isToldOfSecond(String ori, String control);
  }

  /// The custodies the actor's agency has been told of, newest first; the read is in the ledger.
  public List<CustodyFile> list(Actor actor) {
    return desk.ofAgency(actor).stream().filter(file -> isTold(actor, file)).toList();
  }

  /// One of them, by its control number; empty where the agency has not been told of it.
  /// - **Error** there is none, or it is not the agency's: RefusedStep
  public Optional<CustodyFile> one(Actor actor, String control) {
    return Optional.of(desk.ofControl(actor, control)).filter(file -> isTold(actor, file));
  }

  private boolean isTold(Actor actor, CustodyFile file) {
    String ori = actor.duty().scope();
    Custody.Booking booking = file.custody().booking();
    return !booking.ori().equals(ori) || answered.isToldOfSecond(ori, booking.control());
  }
}
