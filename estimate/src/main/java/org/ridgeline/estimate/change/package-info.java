/// What was different after a date than before it, unit by unit and together; and what that does
/// not show.
@NullMarked
package org.ridgeline.estimate.change;

import org.jspecify.annotations.NullMarked;
