/// The pages of oversight: counts and what to look into, nobody's record.
@NullMarked
package org.ridgeline.console.oversight;

import org.jspecify.annotations.NullMarked;
