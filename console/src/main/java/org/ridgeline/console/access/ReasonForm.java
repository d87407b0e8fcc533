package org.ridgeline.console.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.ridgeline.exchange.Limits;

/// What the forms that take access away send.
record ReasonForm(
    @NotBlank(message = "ACT_REASON")
        @Size(max = Limits.ACCESS_REASON_CHARS_MAX, message = "ACT_REASON")
        String reason) {}
