package org.ridgeline.console.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ridgeline.console.page.Typed;
import org.ridgeline.exchange.agency.TokenLife;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/// What the form of another token sends.
record RotateForm(
    @NotNull(message = "TOKEN_OVERLAP")
        @Min(value = 0, message = "TOKEN_OVERLAP")
        @Max(value = 720, message = "TOKEN_OVERLAP")
        Integer overlapHours,
    @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate expires) {
  TokenLife read() {
    return new TokenLife(Duration.ofHours(overlapHours), Typed.endOf(expires));
  }
}
