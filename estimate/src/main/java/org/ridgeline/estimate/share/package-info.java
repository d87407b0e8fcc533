/// Shares of counts: exact and score intervals, differences of two, exact tests.
@NullMarked
package org.ridgeline.estimate.share;

import org.jspecify.annotations.NullMarked;
