package org.ridgeline.policy.history;

import java.time.LocalDate;
import java.util.Optional;

/// A charge with its place in the history.
public record NumberedCharge(
    ChargeNumber number, Optional<LocalDate> arrestedOn, String agency, Charge charge) {}
