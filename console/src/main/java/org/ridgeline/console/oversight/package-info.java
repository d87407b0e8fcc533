/// The page of oversight: counts, nobody's record.
@NullMarked
package org.ridgeline.console.oversight;

import org.jspecify.annotations.NullMarked;
