/// What scores of trials say: shares with bounds, thresholds, error rates.
/// - **Words** a *mated* trial compares a person with themselves, a *non-mated* one with others
/// - **Source** ISO/IEC 19795-1
@NullMarked
package org.ridgeline.bench.statistics;

import org.jspecify.annotations.NullMarked;
