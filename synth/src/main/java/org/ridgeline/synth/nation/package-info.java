/// A fictional nation's years as facts: counties that take part one after the other, and what is
/// told of each booking and case, in the order of time.
/// - **Depends on** synth
@NullMarked
package org.ridgeline.synth.nation;

import org.jspecify.annotations.NullMarked;
