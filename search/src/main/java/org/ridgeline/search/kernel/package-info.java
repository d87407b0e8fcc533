/// The inner loop of a scan, twice: in plain Java and in vectors, held equal by a test.
/// - **Layout** [CodeLayout]
@NullMarked
package org.ridgeline.search.kernel;

import org.jspecify.annotations.NullMarked;
