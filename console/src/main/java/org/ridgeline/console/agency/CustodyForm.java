package org.ridgeline.console.agency;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.Milestone;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Typed;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/// Reads what people type into custody's forms. Times are those of the facility's wall clock; what
/// is missing of a form is empty.
public final class CustodyForm {
  private CustodyForm() {}

  /// What a report's form sends.
  public record Report(
      @NotNull(message = "NOT_ON_LIST") Milestone milestone,
      @NotNull(message = "NOT_A_MOMENT") @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime at,
      String source) {
    public Report {
      source = Typed.text(source);
    }

    /// What is typed, in a zone.
    /// - **Error** the booking, which is on record: RefusedStep
    public CustodyDesk.Report read(ZoneId zone) {
      if (milestone == Milestone.BOOKED) {
        throw new RefusedStep(ConsoleRefusal.BOOKING_ON_RECORD);
      }
      return new CustodyDesk.Report(milestone, moment(at, zone), Optional.empty(), source);
    }
  }

  /// What a correction's form sends; without a time the report is withdrawn.
  public record Correction(
      @NotNull(message = "NOT_ON_LIST") UUID event,
      @Nullable @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime at,
      String reason) {
    public Correction {
      reason = Typed.text(reason);
    }

    /// What is typed, in a zone.
    public CustodyDesk.Amendment read(ZoneId zone) {
      return new CustodyDesk.Amendment(Optional.ofNullable(at).map(t -> moment(t, zone)), reason);
    }
  }

  /// What a hand-over's form sends: a facility of the register, or another custodian's name.
  public record HandOver(
      @NotNull(message = "NOT_A_MOMENT") @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime at,
      @Nullable UUID facility,
      String custodian,
      String handedBy,
      String receipt) {
    public HandOver {
      custodian = Typed.text(custodian);
      handedBy = Typed.text(handedBy);
      receipt = Typed.text(receipt);
    }

    /// What is typed, in a zone.
    public CustodyDesk.Departure read(ZoneId zone) {
      return new CustodyDesk.Departure(
          moment(at, zone),
          Optional.ofNullable(facility),
          custodian,
          handedBy,
          Typed.some(receipt));
    }
  }

  /// What a receipt's form sends.
  public record Receipt(@NotNull(message = "NOT_ON_LIST") UUID handOver, String number) {
    public Receipt {
      number = Typed.text(number);
    }
  }

  /// A time of day as a browser sends it; of an hour that comes twice the earlier.
  private static Instant moment(LocalDateTime typed, ZoneId zone) {
    return typed.atZone(zone).toInstant();
  }
}
