/// Whether the programme falls harder on some than on others, asked of the system's own bookings:
/// sealed demographics joined with the steps that bookings came to, by whoever has the key. What is
/// found is shown to people; nothing that decides reads it.
@NullMarked
package org.ridgeline.oversight.disparity;

import org.jspecify.annotations.NullMarked;
