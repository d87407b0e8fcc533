/// What the facts of other rooms add up to: bookings and cases as far as their facts tell, and the
/// counts that follow from them. No database, no clock: the same facts give the same counts in the
/// running system, in a rebuild, and on an auditor's machine that has nothing but the files.
@NullMarked
package org.ridgeline.oversight.track;

import org.jspecify.annotations.NullMarked;
