/// A fictional county on a running server: its agencies, people, bookings and staff, a tour, and a
/// door through which a visitor becomes any of the staff. Where this room is not on the class path
/// or not running, there is no such door.
/// - **Depends on** vocabulary, codec, ledger, repository, exchange, casework, oversight, synth,
///   console, app
@NullMarked
package org.ridgeline.demo;

import org.jspecify.annotations.NullMarked;
