/// The custody clock, hand-overs, referral and outcomes: what people report, and what time makes of
/// it. Nothing here can ask anybody to hold anybody: there is a lawful limit, and a meter of what
/// goes beyond it.
/// - **Depends on** casefile, for closing cases
@NullMarked
package org.ridgeline.casework.custody;

import org.jspecify.annotations.NullMarked;
