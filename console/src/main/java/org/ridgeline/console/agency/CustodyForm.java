package org.ridgeline.console.agency;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.Milestone;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;

/// Reads what people type into custody's forms. Times are those of the facility's wall clock; what
/// is missing of a form is empty.
public final class CustodyForm {
  private CustodyForm() {}

  /// What a report's form sends.
  public record Report(@Nullable String milestone, @Nullable String at, @Nullable String source) {
    /// What is typed, read.
    /// - **Error** a field that is not understood: RefusedStep
    public CustodyDesk.Report read(ZoneId zone) {
      Milestone which = choice(Milestone.class, text(milestone));
      if (which == Milestone.BOOKED) {
        throw new RefusedStep(ConsoleRefusal.BOOKING_ON_RECORD);
      }
      return new CustodyDesk.Report(which, moment(text(at), zone), Optional.empty(), text(source));
    }
  }

  /// What a correction's form sends; without a time the report is withdrawn.
  public record Correction(@Nullable String event, @Nullable String at, @Nullable String reason) {
    public UUID eventId() {
      return id(text(event)).orElseThrow(CustodyForm::notListed);
    }

    /// What is typed, read.
    /// - **Error** a field that is not understood: RefusedStep
    public CustodyDesk.Amendment read(ZoneId zone) {
      return new CustodyDesk.Amendment(
          Optional.of(text(at)).filter(t -> !t.isBlank()).map(t -> moment(t, zone)), text(reason));
    }
  }

  /// What a hand-over's form sends: a facility of the register, or another custodian's name.
  public record HandOver(
      @Nullable String at,
      @Nullable String facility,
      @Nullable String custodian,
      @Nullable String handedBy,
      @Nullable String receipt) {
    /// What is typed, read.
    /// - **Error** a field that is not understood: RefusedStep
    public CustodyDesk.Departure read(ZoneId zone) {
      return new CustodyDesk.Departure(
          moment(text(at), zone),
          id(text(facility)),
          text(custodian),
          text(handedBy),
          Optional.of(text(receipt)).filter(r -> !r.isBlank()));
    }
  }

  /// What a receipt's form sends.
  public record Receipt(@Nullable String handOver, @Nullable String number) {
    public UUID handOverId() {
      return id(text(handOver)).orElseThrow(CustodyForm::notListed);
    }

    public String receipt() {
      return text(number);
    }
  }

  /// A typed text without blanks around it; empty where nothing was sent.
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /// A text that must be there.
  public static String needed(ConsoleRefusal missing, @Nullable String typed) {
    String text = text(typed);
    if (text.isEmpty()) {
      throw new RefusedStep(missing);
    }
    return text;
  }

  /// A number that a form carried.
  public static int number(@Nullable String typed) {
    try {
      return Integer.parseInt(text(typed));
    } catch (NumberFormatException e) {
      throw new RefusedStep(ConsoleRefusal.FORM_INCOMPLETE);
    }
  }

  /// A time of day as a browser sends it; of an hour that comes twice the earlier.
  static Instant moment(String typed, ZoneId zone) {
    try {
      return LocalDateTime.parse(typed).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new RefusedStep(ConsoleRefusal.NOT_A_MOMENT);
    }
  }

  /// A day as a browser sends it.
  public static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      throw new RefusedStep(ConsoleRefusal.NOT_A_DAY);
    }
  }

  /// An id from a list; empty where nothing was chosen.
  static Optional<UUID> id(String typed) {
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException e) {
      throw notListed();
    }
  }

  /// One of a closed list.
  public static <E extends Enum<E>> E choice(Class<E> type, String typed) {
    try {
      return Enum.valueOf(type, typed);
    } catch (IllegalArgumentException e) {
      throw notListed();
    }
  }

  private static RefusedStep notListed() {
    return new RefusedStep(ConsoleRefusal.NOT_ON_LIST);
  }
}
