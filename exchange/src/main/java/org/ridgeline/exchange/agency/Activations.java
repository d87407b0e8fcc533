package org.ridgeline.exchange.agency;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Ori;

/// Where an agency's part in the second search begins and ends: what doors call.
public final class Activations {
  private final AgencyStore agencies;
  private final ActivationRegister register;
  private final Clock clock;

  public Activations(AgencyStore agencies, ActivationRegister register, Clock clock) {
    this.agencies = agencies;
    this.register = register;
    this.clock = clock;
  }

  /// What became of a wish to end an activation.
  public enum Ended {
    ENDED,
    /// There is no agency of that ORI.
    UNKNOWN,
    /// No activation that began before the day is open.
    NOT_ACTIVE
  }

  /// Begins an activation, from a day on; one that is open stands.
  /// - **Error** no agency of that ORI: IllegalArgumentException
  public void start(Ori ori, LocalDate from) {
    if (agencies.ofOri(ori).isEmpty()) {
      throw new IllegalArgumentException("no agency has the ORI \"" + ori.value() + "\"");
    }
    register.activate(ori, from);
  }

  /// Ends an activation, by somebody at this machine.
  public Ended end(Ori ori, LocalDate from, String reason, String by) {
    return end(ori, from, reason, new Administrator(by, Administrator.local().from()));
  }

  /// Ends an activation: bookings that come in on the day or later are not searched in the second
  /// repository. Those before it were, and stay.
  /// - **Shape** `by` the person who ends it
  /// - **Limit** reason 1..[Limits#ACTIVATION_REASON_CHARS_MAX] characters; a day of today (UTC) or
  ///   later, since the gate of earlier bookings is decided
  /// - **Error** beyond: IllegalArgumentException
  public Ended end(Ori ori, LocalDate from, String reason, Administrator by) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > Limits.ACTIVATION_REASON_CHARS_MAX) {
      throw new IllegalArgumentException(
          "reason.length=" + why.length() + " limit=1.." + Limits.ACTIVATION_REASON_CHARS_MAX);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (from.isBefore(today)) {
      throw new IllegalArgumentException("day=" + from + " limit=" + today + " or later");
    }
    if (agencies.ofOri(ori).isEmpty()) {
      return Ended.UNKNOWN;
    }
    return register.end(ori, from, why, by) ? Ended.ENDED : Ended.NOT_ACTIVE;
  }
}
