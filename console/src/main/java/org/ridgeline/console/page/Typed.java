package org.ridgeline.console.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.RefusedStep;
import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/// How what people typed into a form is taken. Forms are records with constraints whose message is
/// the name of a [ConsoleRefusal].
public final class Typed {
  private static final int SHOWN_CHARS_MAX = 40;

  private Typed() {}

  /// A typed text without blanks around it; empty where nothing was sent.
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /// What was typed; empty where that is nothing but blanks.
  public static Optional<String> some(@Nullable String typed) {
    return Optional.of(text(typed)).filter(text -> !text.isEmpty());
  }

  /// A tick; none where nothing was sent.
  public static boolean isTicked(@Nullable Boolean box) {
    return Boolean.TRUE.equals(box);
  }

  /// The moment at which a typed day is over in UTC, the last one on which something holds.
  public static Optional<Instant> endOf(@Nullable LocalDate day) {
    return Optional.ofNullable(day)
        .map(d -> d.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// Why a form cannot be taken: the first thing in it that is not understood.
  static RefusedStep refusal(BindingResult wrong) {
    FieldError field = wrong.getFieldErrors().getFirst();
    if (field.isBindingFailure()) {
      return mistyped(field);
    }
    for (ConsoleRefusal refusal : ConsoleRefusal.values()) {
      if (refusal.name().equals(field.getDefaultMessage())) {
        return new RefusedStep(refusal);
      }
    }
    return misread(field);
  }

  private static RefusedStep mistyped(FieldError field) {
    Class<?> expected =
        field.contains(TypeMismatchException.class)
            ? field.unwrap(TypeMismatchException.class).getRequiredType()
            : null;
    if (expected == null) {
      return misread(field);
    }
    if (expected == LocalDate.class) {
      return new RefusedStep(ConsoleRefusal.NOT_A_DAY);
    }
    if (expected == LocalDateTime.class) {
      return new RefusedStep(ConsoleRefusal.NOT_A_MOMENT);
    }
    return expected == UUID.class || expected.isEnum()
        ? new RefusedStep(ConsoleRefusal.NOT_ON_LIST)
        : misread(field);
  }

  private static RefusedStep misread(FieldError field) {
    String typed = field.getRejectedValue() == null ? "" : String.valueOf(field.getRejectedValue());
    String shown =
        typed.length() > SHOWN_CHARS_MAX ? typed.substring(0, SHOWN_CHARS_MAX) + "…" : typed;
    return new RefusedStep(ConsoleRefusal.FIELD_NOT_UNDERSTOOD, field.getField(), shown);
  }
}
