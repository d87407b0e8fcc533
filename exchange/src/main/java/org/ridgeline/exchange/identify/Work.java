package org.ridgeline.exchange.identify;

import java.time.Clock;
import org.ridgeline.exchange.submission.HoldTimes;

/// What the work on submissions goes by: when it is now, how long cards are held, and what hears of
/// answers.
/// - **Shape** `answered` is run after every step that may have made an answer
public record Work(Clock clock, HoldTimes holds, Runnable answered) {}
