/// Who was booked, sealed at intake to a key that the running system does not need: for the study
/// of disparities, and for nothing that decides.
@NullMarked
package org.ridgeline.oversight.sealed;

import org.jspecify.annotations.NullMarked;
