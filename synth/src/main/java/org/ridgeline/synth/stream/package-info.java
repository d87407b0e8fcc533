/// Days of bookings in fictional counties, and the repositories as they stand before the first.
/// - **Depends on** synth.card, synth.people
@NullMarked
package org.ridgeline.synth.stream;

import org.jspecify.annotations.NullMarked;
