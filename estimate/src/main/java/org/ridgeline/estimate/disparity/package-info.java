/// Who is found more or less often than a benchmark says, unit by unit, and how sure that is.
///
/// It finds where somebody should look. It proves nothing about anybody: each result carries what
/// it does not show.
@NullMarked
package org.ridgeline.estimate.disparity;

import org.jspecify.annotations.NullMarked;
