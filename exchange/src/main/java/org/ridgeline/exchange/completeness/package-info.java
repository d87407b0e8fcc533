/// Whether all bookings come, and whole: an agency's own count against what it sent, week by week,
/// and which watched fields its bookings lack. Rows here lead to no submission and no person.
/// - **Used by** intake, which puts in what each booking had
@NullMarked
package org.ridgeline.exchange.completeness;

import org.jspecify.annotations.NullMarked;
